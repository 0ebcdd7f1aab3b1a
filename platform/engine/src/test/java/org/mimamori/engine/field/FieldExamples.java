package org.mimamori.engine.field;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Examples of one field type, by which every contract on field types is tested.
 *
 * @param settings sound settings as {@link FieldTypes#write} gives them; together they name every property of the type
 * @param lenient settings as older clients send them, with what they mean
 * @param badSettings settings that must be refused
 * @param values values as clients send them, with what is kept
 * @param badValues values that must be reported
 */
public record FieldExamples(
        List<ObjectNode> settings,
        List<Lenient> lenient,
        List<BadSettings> badSettings,
        List<Sent> values,
        List<BadValue> badValues) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Settings that may be written otherwise. */
    public record Lenient(ObjectNode given, ObjectNode means) {}

    /** Settings that contradict themselves, the property at fault and the key of the message. */
    public record BadSettings(ObjectNode settings, String property, String fault) {}

    /**
     * A value.
     *
     * @param of index of the settings it belongs to
     * @param sent JSON as a client sends it
     * @param kept JSON as the API answers it
     */
    public record Sent(int of, JsonNode sent, JsonNode kept) {}

    /** A value that cannot be, the key of the problem and, in a list, its element. */
    public record BadValue(
            int of, JsonNode sent, String problem, @Nullable Integer element) {}

    /** The examples of a type of {@link FieldTypes#standard}; a type without them fails. */
    public static FieldExamples of(String type) {
        String name = "examples/" + type + ".json";
        try (InputStream in = FieldExamples.class.getResourceAsStream(name)) {
            return read(JSON.readTree(Objects.requireNonNull(in, "no examples of type " + type)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Examples from JSON text, for a type that a test defines. */
    public static FieldExamples parse(String json) {
        return read(JSON.readTree(json));
    }

    private static FieldExamples read(JsonNode json) {
        return new FieldExamples(
                list(json, "settings").map(ObjectNode.class::cast).toList(),
                list(json, "lenient")
                        .map(each -> new Lenient((ObjectNode) each.get("given"), (ObjectNode) each.get("means")))
                        .toList(),
                list(json, "badSettings").map(FieldExamples::badSettings).toList(),
                list(json, "values")
                        .map(each -> new Sent(each.get("of").asInt(), each.get("sent"), each.get("kept")))
                        .toList(),
                list(json, "badValues").map(FieldExamples::badValue).toList());
    }

    private static BadSettings badSettings(JsonNode json) {
        return new BadSettings(
                (ObjectNode) json.get("settings"),
                json.get("property").asString(),
                json.get("fault").asString());
    }

    private static BadValue badValue(JsonNode json) {
        Integer element = json.has("element") ? json.get("element").asInt() : null;
        return new BadValue(
                json.get("of").asInt(), json.get("sent"), json.get("problem").asString(), element);
    }

    private static Stream<JsonNode> list(JsonNode json, String name) {
        return json.path(name).valueStream();
    }
}
