package org.mimamori.engine.formula;

import java.util.stream.Stream;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldTypes;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Fields of tests, by their type and code. */
final class TestFields {

    private static final FieldTypes TYPES = FieldTypes.standard();

    private TestFields() {}

    static Field calc(String code, String formula) {
        return TYPES.read(settings("CALC", code).put("expression", formula).put("format", "NUMBER"));
    }

    static Field text(String code, String formula) {
        return TYPES.read(settings("SINGLE_LINE_TEXT", code).put("expression", formula));
    }

    static Field number(String code) {
        return field("NUMBER", code);
    }

    static Field field(String type, String code) {
        return TYPES.read(settings(type, code));
    }

    static Field table(String code, Field... inner) {
        ObjectNode settings = settings("SUBTABLE", code);
        ObjectNode fields = settings.putObject("fields");
        Stream.of(inner).forEach(field -> fields.set(field.code().text(), TYPES.write(field)));
        return TYPES.read(settings);
    }

    private static ObjectNode settings(String type, String code) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("type", type)
                .put("code", code)
                .put("label", code);
    }
}
