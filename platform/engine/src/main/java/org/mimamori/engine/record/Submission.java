package org.mimamori.engine.record;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What somebody wants fields to hold: raw JSON from programs, typed values from screens. */
public record Submission(Map<FieldCode, Entry> entries) {

    public static final Submission EMPTY = new Submission(Map.of());

    public Submission {
        entries = Map.copyOf(entries);
    }

    /** One field's part of a submission. */
    public sealed interface Entry {
        /** The JSON of a value, still to be read by the field. */
        record Raw(JsonNode json) implements Entry {}

        /** A value of the field's shape. */
        record Typed(Value value) implements Entry {}
    }

    public static Submission of(Map<FieldCode, Value> values) {
        Map<FieldCode, Entry> entries = new LinkedHashMap<>();
        values.forEach((code, value) -> entries.put(code, new Entry.Typed(value)));
        return new Submission(entries);
    }

    /**
     * A record as kintone's JSON has it: {@code {"code": {"value": ...}}}. A field without {@code value} is left out.
     */
    public static Submission ofJson(ObjectNode json) {
        Map<FieldCode, Entry> entries = new LinkedHashMap<>();
        json.properties().forEach(property -> {
            JsonNode value = property.getValue().get("value");
            if (value != null && !property.getKey().isBlank()) {
                entries.put(new FieldCode(property.getKey()), new Entry.Raw(value));
            }
        });
        return new Submission(entries);
    }
}
