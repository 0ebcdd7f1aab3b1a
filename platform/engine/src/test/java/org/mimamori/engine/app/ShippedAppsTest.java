package org.mimamori.engine.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.text.LocalText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The apps we ship are sound, complete in both languages, and take their own samples. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShippedAppsTest {

    private final InMemoryAppStore store = new InMemoryAppStore();
    private final DefinitionReader reader = Definitions.reader();
    private final CompiledApps apps = new CompiledApps(store, reader, Definitions.CLOCK);
    private final AppInstaller installer = new AppInstaller(reader, store, apps, Definitions.CLOCK);
    private final AppInstaller.Installed installed = installer.installAll(
            ShippedApps.definitions().stream().map(ShippedApps::source).toList(), EntityRef.user("Administrator"));

    @Test
    void installTogetherWithoutAProblem() {
        DefinitionMessages messages = new DefinitionMessages();
        assertThat(installed.problems().stream().map(problem -> messages.line(problem, Locale.ENGLISH)))
                .isEmpty();
        assertThat(installed.gaps()).isEmpty();
        assertThat(installed.live()).hasSameSizeAs(ShippedApps.definitions());
        assertThat(apps.all()).extracting(AppDefinition::code).contains("child_register", "att_daily", "contact_log");
    }

    @TestFactory
    Stream<DynamicTest> haveAnEnglishNameForEverything() {
        return installed.live().stream()
                .map(app -> dynamicTest(
                        app.code(), () -> assertThat(untranslated(app)).isEmpty()));
    }

    private static List<String> untranslated(AppDefinition app) {
        Map<String, LocalText> texts = new LinkedHashMap<>();
        texts.put("name", app.name());
        texts.put("description", app.description());
        app.labels().fields().forEach((code, text) -> texts.put("field " + code, text));
        app.labels()
                .options()
                .forEach((code, names) ->
                        names.values().forEach(text -> texts.put("option " + code + " " + text.base(), text)));
        app.views().forEach(view -> texts.put("view " + view.name().base(), view.name()));
        app.additions().rules().stream()
                .filter(rule -> !rule.message().base().isEmpty())
                .forEach(rule -> texts.put("rule " + rule.name(), rule.message()));
        app.additions().uniqueTogether().forEach(key -> texts.put("key " + key.name(), key.message()));
        List<String> lacking = new ArrayList<>();
        texts.forEach((what, text) -> {
            if (!text.translations().containsKey("en")) {
                lacking.add(what);
            }
        });
        return lacking;
    }

    @TestFactory
    Stream<DynamicTest> placeEveryFieldOnTheForm() {
        return installed.live().stream()
                .map(app -> dynamicTest(app.code(), () -> {
                    JsonNode layout =
                            store.findByCode(app.code()).orElseThrow().json().path("layout");
                    List<String> placed = layout.findValues("code").stream()
                            .map(JsonNode::asString)
                            .toList();
                    assertThat(placed)
                            .containsAll(app.fields()
                                    .all()
                                    .filter(field -> field.systemValue().isEmpty())
                                    .map(field -> field.code().text())
                                    .toList());
                }));
    }

    @TestFactory
    Stream<DynamicTest> takeTheirSamples() {
        return installed.live().stream()
                .flatMap(app -> samples(app).stream().map(sample -> {
                    String name = app.code() + " " + sample.toString().substring(0, 60);
                    return dynamicTest(name, () -> {
                        assertThat(schema(app, sample)).isEmpty();
                        assertThat(record(app, sample).faults()).isEmpty();
                    });
                }));
    }

    @TestFactory
    Stream<DynamicTest> refuseWhatTheirRulesForbid() {
        return Definitions.json("rule-breaches.json").valueStream().map(breach -> {
            String name =
                    breach.path("app").asString() + ": " + breach.path("name").asString();
            return dynamicTest(name, () -> {
                AppDefinition app = app(breach.path("app").asString());
                JsonNode sample =
                        samples(app).get(breach.path("sample").asInt()).deepCopy();
                breach.path("set")
                        .properties()
                        .forEach(entry ->
                                ((ObjectNode) sample).putObject(entry.getKey()).set("value", entry.getValue()));
                assertThat(record(app, sample).faults())
                        .containsExactlyInAnyOrderElementsOf(breach.path("breaks")
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList());
            });
        });
    }

    /** Every rule that can refuse a record is broken by some case, or nobody knows that it works. */
    @Test
    void haveNoRuleThatNothingBreaks() {
        List<String> broken = Definitions.json("rule-breaches.json")
                .valueStream()
                .flatMap(breach -> breach.path("breaks")
                        .valueStream()
                        .map(rule -> breach.path("app").asString() + " " + rule.asString()))
                .toList();
        installed
                .live()
                .forEach(app -> app.additions().rules().stream()
                        .filter(rule -> !rule.require().isEmpty()
                                || !rule.check().isEmpty()
                                || !rule.pattern().isEmpty())
                        .forEach(rule -> assertThat(broken).contains(app.code() + " " + rule.name())));
    }

    private List<Error> schema(AppDefinition app, JsonNode sample) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(RecordSchema.of(app, Locale.JAPAN))
                .validate(sample);
    }

    private static SampleRecord record(AppDefinition app, JsonNode sample) {
        return SampleRecord.read(app, sample, Map.of(), Definitions.CLOCK);
    }

    private AppDefinition app(String code) {
        return apps.findByCode(code).orElseThrow();
    }

    private static List<JsonNode> samples(AppDefinition app) {
        return ShippedApps.samples(app.code());
    }

    @Test
    void lookUpOnlyFieldsThatForbidDuplicates() {
        assertThat(app("child_register")
                        .field(new FieldCode("child_no"))
                        .orElseThrow()
                        .unique())
                .isTrue();
    }
}
