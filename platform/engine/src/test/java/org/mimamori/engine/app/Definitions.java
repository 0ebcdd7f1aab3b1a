package org.mimamori.engine.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.mimamori.engine.field.FieldTypes;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Sound definitions of two small apps, households and home visits, and ways to spoil them. */
final class Definitions {

    /** Friday 15 May 2026, 10:30 in Tokyo. */
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-15T01:30:00Z"), ZoneOffset.UTC);

    private Definitions() {}

    static DefinitionReader reader() {
        return new DefinitionReader(FieldTypes.standard(), CLOCK);
    }

    static ObjectNode household() {
        return (ObjectNode) json("household.json");
    }

    static ObjectNode homeVisit() {
        return (ObjectNode) json("home_visit.json");
    }

    static DefinitionSource source(ObjectNode json) {
        return DefinitionSource.of(json.path("code").asString("nameless") + "/app.json", json);
    }

    static JsonNode json(String file) {
        try (InputStream in = Definitions.class.getResourceAsStream("/definitions/" + file)) {
            return new JsonMapper().readTree(Objects.requireNonNull(in, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a value at a pointer, or takes away what stands there. */
    static void change(ObjectNode definition, JsonNode change) {
        JsonPointer at = JsonPointer.compile(change.path("at").asString());
        JsonNode parent = definition.at(at.head());
        String last = at.last().getMatchingProperty();
        if (parent instanceof ArrayNode list) {
            int index = Integer.parseInt(last);
            if (change.has("remove")) {
                list.remove(index);
            } else if (index == list.size()) {
                list.add(change.get("value"));
            } else {
                list.set(index, change.get("value"));
            }
        } else if (change.has("remove")) {
            ((ObjectNode) parent).remove(last);
        } else {
            ((ObjectNode) parent).set(last, change.get("value"));
        }
    }
}
