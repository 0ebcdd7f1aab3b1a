package org.mimamori.ui.form;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.record.AppRecord;

/**
 * A field somebody else changed while this form was open.
 *
 * @param before what the form was opened with
 * @param theirs what the other person saved
 * @param mine what was typed here meanwhile; null when nothing was, so that theirs stands
 */
record Divergence(
        Field field, Value before, Value theirs, @Nullable Value mine) {

    /** Whether the two typed different things, so that somebody must choose. */
    boolean contested() {
        return mine != null && !mine.equals(theirs);
    }

    /**
     * What the other person changed.
     *
     * @param mine what was typed here, by field
     */
    static List<Divergence> between(List<Field> fields, AppRecord before, AppRecord now, Map<FieldCode, Value> mine) {
        return fields.stream()
                .filter(field -> field.systemValue().isEmpty())
                .filter(field -> !Objects.equals(before.value(field), now.value(field)))
                .map(field -> new Divergence(field, before.value(field), now.value(field), mine.get(field.code())))
                .toList();
    }
}
