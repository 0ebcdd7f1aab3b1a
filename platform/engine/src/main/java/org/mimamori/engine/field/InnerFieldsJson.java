package org.mimamori.engine.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindContext;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fields of a table in settings JSON: an object by field code. The {@link FieldTypes} at work must be an attribute of
 * the Jackson context.
 */
final class InnerFieldsJson {

    private InnerFieldsJson() {}

    /** Fields to JSON. */
    static final class Writer extends ValueSerializer<List<Field>> {
        @Override
        public void serialize(List<Field> fields, JsonGenerator out, SerializationContext context) {
            out.writeStartObject();
            for (Field field : fields) {
                out.writeName(field.code().text());
                out.writePOJO(types(context).write(field));
            }
            out.writeEndObject();
        }
    }

    /** JSON to fields. */
    static final class Reader extends ValueDeserializer<List<Field>> {
        @Override
        public List<Field> deserialize(JsonParser in, DeserializationContext context) {
            List<Field> fields = new ArrayList<>();
            for (Map.Entry<String, JsonNode> entry : context.readTree(in).properties()) {
                fields.add(field(types(context), entry.getKey(), entry.getValue()));
            }
            return fields;
        }

        @Override
        public Object getEmptyValue(DeserializationContext context) {
            return List.of();
        }

        private static Field field(FieldTypes types, String key, JsonNode settings) {
            try {
                FieldSettingsFault.unless(settings.isObject(), key, "settings.unreadable");
                Field field = types.read((ObjectNode) settings);
                FieldSettingsFault.unless(field.code().text().equals(key), key, "settings.codeDiffersFromKey", key);
                return field;
            } catch (FieldSettingsFault fault) {
                throw fault.inside("fields." + key);
            }
        }
    }

    private static FieldTypes types(DatabindContext context) {
        return (FieldTypes) Objects.requireNonNull(context.getAttribute(FieldTypes.class));
    }
}
