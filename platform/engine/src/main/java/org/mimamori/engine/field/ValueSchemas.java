package org.mimamori.engine.field;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON Schemas of values, by shape. Whether a value must be given is the form's matter, not the value's. */
final class ValueSchemas {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ValueSchemas() {}

    static ObjectNode of(Field field) {
        ObjectNode schema = ofShape(field);
        schema.put("title", field.label());
        if (!field.writable()) {
            schema.put("readOnly", true);
        }
        return schema;
    }

    private static ObjectNode ofShape(Field field) {
        return switch (field.shape()) {
            case TEXT -> types("string", "null").put("maxLength", Shapes.MAX_TEXT);
            case DECIMAL -> decimal(field.decimalForm());
            case CHOICE -> field.options().isEmpty() ? types("string", "null") : choice(field);
            case CHOICES -> list(option(field));
            case DATE -> matching("^(\\d{4}(-\\d{1,2}(-\\d{1,2})?)?)?$");
            case TIME -> matching("^(\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?)?$");
            case MOMENT ->
                matching("^(\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:?\\d{2}))?)?$");
            case ENTITY -> named("code");
            case ENTITIES -> list(named("code"));
            case FILES -> list(named("fileKey"));
            case ROWS -> list(row(field));
            case NONE -> JSON.objectNode().set("not", JSON.objectNode());
        };
    }

    private static ObjectNode decimal(DecimalForm form) {
        return switch (form) {
            case NUMBER ->
                types("string", "number", "null")
                        .put("pattern", "^\\s*([+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?)?\\s*$");
            case HOUR_MINUTE -> matching("^(-?\\d+:[0-5]\\d)?$");
        };
    }

    private static ObjectNode choice(Field field) {
        ObjectNode schema = option(field);
        schema.withArray("enum").add("").addNull();
        return schema;
    }

    private static ObjectNode option(Field field) {
        if (field.options().isEmpty()) {
            return types("string");
        }
        ObjectNode schema = JSON.objectNode();
        ArrayNode names = schema.putArray("enum");
        field.options().forEach(option -> names.add(option.name()));
        return schema;
    }

    private static ObjectNode row(Field table) {
        ObjectNode schema = types("object");
        ObjectNode properties = schema.putObject("properties");
        properties.set("id", types("string", "integer", "null"));
        ObjectNode cells = properties.putObject("value").put("type", "object").putObject("properties");
        for (Field inner : table.inner()) {
            ObjectNode cell = cells.putObject(inner.code().text()).put("type", "object");
            cell.putObject("properties").set("value", inner.valueSchema());
        }
        return schema;
    }

    private static ObjectNode named(String property) {
        ObjectNode schema = types("object");
        schema.putObject("properties").putObject(property).put("type", "string").put("minLength", 1);
        schema.putArray("required").add(property);
        return schema;
    }

    private static ObjectNode list(ObjectNode items) {
        ObjectNode schema = types("array", "null");
        schema.set("items", items);
        return schema;
    }

    private static ObjectNode matching(String pattern) {
        return types("string", "null").put("pattern", pattern);
    }

    private static ObjectNode types(String... types) {
        ObjectNode schema = JSON.objectNode();
        if (types.length == 1) {
            return schema.put("type", types[0]);
        }
        ArrayNode list = schema.putArray("type");
        for (String type : types) {
            list.add(type);
        }
        return schema;
    }
}
