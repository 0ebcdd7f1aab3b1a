package org.mimamori.engine.field;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The form that holds every field type: once at the top level and, where allowed, once inside the table; with one full
 * and one empty record. Export, history, masks, editors and lists are each tested on it.
 */
public final class EveryField {

    public static final FieldCode TABLE = new FieldCode("面談");

    private static final JsonMapper JSON = new JsonMapper();

    private EveryField() {}

    /** The definition: {@code fields} and {@code layout} as kintone's settings JSON has them. */
    public static ObjectNode definition() {
        return (ObjectNode) resource("every-field.json");
    }

    /** The fields in the order of the definition; the group, which is layout, is left out. */
    public static List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        for (JsonNode settings : definition().path("fields")) {
            if (!settings.path("type").asString().equals("GROUP")) {
                fields.add(FieldTypes.standard().read((ObjectNode) settings));
            }
        }
        return fields;
    }

    /** All fields, those of the table included. */
    public static Stream<Field> allFields() {
        return fields().stream().flatMap(field -> Stream.concat(Stream.of(field), field.inner().stream()));
    }

    public static Field field(String code) {
        return allFields()
                .filter(field -> field.code().text().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(code));
    }

    /** What a client sends for a record in which every field it may write is filled. */
    public static ObjectNode fullSubmission() {
        return (ObjectNode) resource("every-field-full.json");
    }

    /** What a client sends for a record in which every field it may write is emptied. */
    public static ObjectNode emptySubmission() {
        ObjectNode submission = JSON.createObjectNode();
        fields().stream()
                .filter(Field::writable)
                .forEach(field -> submission.putObject(field.code().text()).putNull("value"));
        return submission;
    }

    /** The values of the full record, as the platform keeps them. */
    public static Map<FieldCode, Value> fullValues() {
        return values(fullSubmission());
    }

    /** The values of the empty record: radio buttons are never empty. */
    public static Map<FieldCode, Value> emptyValues() {
        return values(emptySubmission());
    }

    private static Map<FieldCode, Value> values(ObjectNode submission) {
        Map<FieldCode, Value> values = new LinkedHashMap<>();
        for (Field field : fields()) {
            JsonNode sent = submission.path(field.code().text());
            if (!sent.isMissingNode()) {
                values.put(field.code(), field.normalize(read(field, sent.path("value"))));
            }
        }
        return values;
    }

    private static Value read(Field field, JsonNode raw) {
        try {
            return field.read(raw);
        } catch (UnreadableValue e) {
            throw new IllegalArgumentException(field.code() + ": " + e.at(field.code()), e);
        }
    }

    private static JsonNode resource(String name) {
        try (InputStream in = Objects.requireNonNull(EveryField.class.getResourceAsStream(name), name)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
