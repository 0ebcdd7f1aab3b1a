package org.mimamori.engine.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.RelatedApp;
import tools.jackson.databind.JsonNode;

/** Reads parts of a definition that conforms to the schemas: absent parts have their defaults. */
final class Json {

    private Json() {}

    static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    static String text(JsonNode node, String name, String absent) {
        return node.path(name).asString(absent);
    }

    static boolean flag(JsonNode node, String name, boolean absent) {
        return node.path(name).asBoolean(absent);
    }

    /** A whole number, which kintone writes as a string. */
    static int whole(JsonNode node, String name, int absent) {
        String text = node.path(name).asString("");
        return text.isEmpty() ? absent : Integer.parseInt(text);
    }

    static <E extends Enum<E>> E choice(JsonNode node, String name, E absent) {
        String text = text(node, name);
        return text.isEmpty() ? absent : Enum.valueOf(absent.getDeclaringClass(), text.toUpperCase(Locale.ROOT));
    }

    static @Nullable FieldCode code(JsonNode node, String name) {
        String text = text(node, name);
        return text.isBlank() ? null : new FieldCode(text);
    }

    static List<FieldCode> codes(JsonNode node, String name) {
        List<FieldCode> codes = new ArrayList<>();
        node.path(name).forEach(code -> codes.add(new FieldCode(code.asString())));
        return codes;
    }

    static RelatedApp relatedApp(JsonNode node) {
        return new RelatedApp(text(node, "app"), text(node, "code"));
    }
}
