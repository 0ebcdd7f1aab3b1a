package org.mimamori.api.wire;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Shape;
import org.mimamori.engine.permission.Access;

/**
 * What of an app's records a reply shows: the fields the caller may see at least in some record, wants and can be shown
 * at all, in the form's order.
 *
 * @param id whether {@code $id} is shown
 * @param revision whether {@code $revision} is shown
 */
public record Columns(AppDefinition app, List<Field> fields, boolean id, boolean revision) {

    public Columns {
        fields = List.copyOf(fields);
    }

    /** @param wanted codes as the caller named them, unknown ones included; null or empty for everything */
    public static Columns of(AppDefinition app, Access access, @Nullable List<FieldCode> wanted) {
        if (wanted == null || wanted.isEmpty()) {
            return new Columns(app, readable(app, access), true, true);
        }
        Set<FieldCode> codes = new HashSet<>(wanted);
        List<Field> fields = readable(app, access).stream()
                .filter(field -> codes.contains(field.code()))
                .toList();
        return new Columns(app, fields, codes.contains(FieldCode.ID), codes.contains(FieldCode.REVISION));
    }

    /** What the engine is asked for. */
    public List<FieldCode> codes() {
        return fields.stream().map(Field::code).toList();
    }

    /** A field that is switched off, such as the status without process management, is no part of records. */
    private static List<Field> readable(AppDefinition app, Access access) {
        return app.fields().top().stream()
                .filter(field -> field.shape() != Shape.NONE && field.enabled())
                .filter(field -> access.ever(field.code()).readable())
                .toList();
    }
}
