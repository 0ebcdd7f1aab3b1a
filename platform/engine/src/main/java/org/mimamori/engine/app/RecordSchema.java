package org.mimamori.engine.app;

import java.util.Locale;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Shape;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schema of an app's records as the API sends and takes them. Fields may be left out, as in an update; which
 * of them must be filled depends on the record, and is said by the form's rules.
 */
public final class RecordSchema {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private RecordSchema() {}

    /** @param locale language of the titles */
    public static ObjectNode of(AppDefinition app, Locale locale) {
        ObjectNode schema = JSON.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:mimamori:app:" + app.code() + ":" + app.revision());
        schema.put("title", app.name().in(locale));
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        for (Field field : app.fields().top()) {
            if (field.shape() != Shape.NONE && field.enabled()) {
                properties.set(field.code().text(), member(app, field, locale));
            }
        }
        properties.set(FieldCode.ID.text(), number("__ID__"));
        properties.set(FieldCode.REVISION.text(), number("__REVISION__"));
        schema.put("additionalProperties", false);
        return schema;
    }

    private static ObjectNode member(AppDefinition app, Field field, Locale locale) {
        ObjectNode value = field.valueSchema();
        value.put("title", app.labels().of(field, locale));
        return member(field.type(), value);
    }

    private static ObjectNode number(String type) {
        return member(type, JSON.objectNode().put("type", "string").put("pattern", "^\\d+$"));
    }

    private static ObjectNode member(String type, ObjectNode value) {
        ObjectNode member = JSON.objectNode();
        member.put("type", "object");
        ObjectNode properties = member.putObject("properties");
        properties.putObject("type").put("const", type);
        properties.set("value", value);
        member.put("additionalProperties", false);
        return member;
    }
}
