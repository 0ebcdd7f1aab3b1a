package org.mimamori.engine.app;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The child-watch apps, installed, with their samples. */
final class ChildWatch {

    private final DefinitionReader reader = Definitions.reader();
    private final InMemoryAppStore store = new InMemoryAppStore();
    private final CompiledApps apps = new CompiledApps(store, reader, Definitions.CLOCK);

    ChildWatch() {
        new AppInstaller(reader, store, apps, Definitions.CLOCK)
                .installAll(
                        ShippedApps.definitions().stream()
                                .map(ShippedApps::source)
                                .toList(),
                        EntityRef.user("Administrator"));
    }

    AppDefinition app(String code) {
        return apps.findByCode(code).orElseThrow();
    }

    Stream<SampleRecord> records(String app) {
        return ShippedApps.samples(app).stream().map(sample -> record(app, sample, Map.of()));
    }

    SampleRecord record(String app, JsonNode sample, Map<String, Value> figures) {
        return SampleRecord.read(app(app), sample, figures, Definitions.CLOCK);
    }

    /** The samples of daily attendance with what their lookup copies from the register's samples. */
    List<SampleRecord> attendanceWithCopies() {
        return ShippedApps.samples("att_daily").stream()
                .map(sample -> {
                    ObjectNode copied = sample.deepCopy().asObject();
                    JsonNode child = child(sample.path("child").path("value").asString());
                    copied.set("org", child.path("belong"));
                    if (child.has("shared_with")) {
                        copied.set("shared_with", child.path("shared_with"));
                    }
                    if (sample.path("coord_note").has("value")) {
                        copied.set("share_scope", child.path("share_scope"));
                    }
                    return record("att_daily", copied, Map.of());
                })
                .toList();
    }

    private JsonNode child(String number) {
        return ShippedApps.samples("child_register").stream()
                .filter(child -> child.path("child_no").path("value").asString().equals(number))
                .findFirst()
                .orElseThrow();
    }

    /** Noon in Tokyo. */
    static Clock on(String day) {
        return Clock.fixed(Instant.parse(day + "T03:00:00Z"), ZoneOffset.UTC);
    }
}
