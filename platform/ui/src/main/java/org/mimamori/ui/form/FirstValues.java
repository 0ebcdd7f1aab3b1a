package org.mimamori.ui.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Row;
import org.mimamori.engine.field.Shape;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.record.AppRecord;
import org.mimamori.ui.field.FieldContext;

/**
 * What the form of a new record starts with: defaults, or the values of a record it is made after, or those an action
 * gives it. As in kintone, values that must be unique and files are not taken over from the former.
 */
final class FirstValues {

    private FirstValues() {}

    static Map<FieldCode, Value> of(FieldContext context, Map<FieldCode, Value> defaults, Opening opening) {
        AppRecord copied = opening.copied();
        Map<FieldCode, Value> values = new HashMap<>(defaults);
        if (copied != null) {
            AppDefinition app = context.app();
            app.fields().top().stream()
                    .filter(context::typed)
                    .filter(field -> !field.unique() && field.shape() != Shape.FILES)
                    .forEach(field -> values.put(field.code(), fresh(field, copied.value(field))));
        }
        opening.started()
                .forEach((code, value) ->
                        context.app().field(code).filter(context::typed).ifPresent(field -> values.put(code, value)));
        return values;
    }

    private static Value fresh(Field field, Value value) {
        return value instanceof Value.Rows(List<Row> rows)
                ? Value.rows(rows.stream().map(row -> fresh(field, row)).toList())
                : value;
    }

    private static Row fresh(Field table, Row row) {
        Map<FieldCode, Value> values = table.inner().stream()
                .filter(inner -> inner.shape() != Shape.FILES)
                .collect(Collectors.toMap(Field::code, inner -> row.value(inner.code())));
        return new Row(Row.NEW, values);
    }
}
