package org.mimamori.engine.field;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.problem.FieldProblem;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bounds of a text's length in UTF-16 units, so that an emoji counts as two, as in kintone. The lower bound holds for
 * blank text too.
 */
record TextLength(@Nullable Integer min, @Nullable Integer max) {

    /** Longest text of a field that forbids duplicates: what an index can hold. kintone's limit. */
    private static final int MAX_UNIQUE = 64;

    static TextLength of(@Nullable Integer min, @Nullable Integer max, boolean unique) {
        return new TextLength(min, unique && (max == null || max > MAX_UNIQUE) ? Integer.valueOf(MAX_UNIQUE) : max);
    }

    /** Refuses bounds that nothing can meet, and a default value outside them. */
    void require(String defaultValue) {
        FieldSettingsFault.unless(min == null || min >= 0, "minLength", "settings.negative");
        FieldSettingsFault.unless(max == null || max >= 0, "maxLength", "settings.negative");
        FieldSettingsFault.unless(min == null || max == null || min <= max, "minLength", "settings.minAboveMax");
        boolean fits = defaultValue.isEmpty() || tooLong(defaultValue) == null && tooShort(defaultValue) == null;
        FieldSettingsFault.unless(fits, "defaultValue", "settings.defaultBreaksRule");
    }

    void check(FieldCode code, Value value, Consumer<FieldProblem> problems) {
        String text = value instanceof Value.Text(String filled) ? filled : "";
        Integer upper = tooLong(text);
        if (upper != null) {
            problems.accept(FieldProblem.of(code.text(), "text.tooLong", upper));
        }
        Integer lower = tooShort(text);
        if (lower != null) {
            problems.accept(FieldProblem.of(code.text(), "text.tooShort", lower));
        }
    }

    /** Adds the bounds to the JSON Schema of a value. */
    ObjectNode describe(ObjectNode schema) {
        if (min != null) {
            schema.put("minLength", min);
        }
        if (max != null) {
            schema.put("maxLength", max);
        }
        return schema;
    }

    private @Nullable Integer tooLong(String text) {
        return max != null && text.length() > max ? max : null;
    }

    private @Nullable Integer tooShort(String text) {
        return min != null && text.length() < min ? min : null;
    }
}
