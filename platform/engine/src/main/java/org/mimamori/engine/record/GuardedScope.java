package org.mimamori.engine.record;

import java.util.Optional;
import org.mimamori.engine.app.FormFields;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.permission.Access;
import org.mimamori.engine.query.QueryScope;

/**
 * The fields an actor may mention: those it may see, be it in some records only. Whatever else the app has does not
 * exist for it.
 */
public record GuardedScope(FormFields fields, Access access) implements QueryScope {

    @Override
    public Optional<Field> field(FieldCode code) {
        FieldCode top = fields.tableOf(code).orElse(code);
        return access.ever(top).readable() ? fields.field(code) : Optional.empty();
    }

    @Override
    public Optional<FieldCode> tableOf(FieldCode code) {
        return field(code).flatMap(field -> fields.tableOf(field.code()));
    }
}
