package org.mimamori.engine.field;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is done with all rows of a table at once. */
final class TableRows {

    private TableRows() {}

    static List<Row> of(Value value) {
        return value instanceof Value.Rows(List<Row> rows) ? rows : List.of();
    }

    /** Every value that is in a row, changed by its field. */
    static Value map(Field table, Value value, BiFunction<Field, Value, Value> change) {
        return Value.rows(of(value).stream().map(row -> map(table, row, change)).toList());
    }

    /**
     * The rows after a submission: a row whose id the record knows keeps what was not sent, every other row is new and
     * gets the defaults of what was not sent. Rows not sent are gone.
     */
    static Value compose(Field table, Value before, Value sent, Initial initial) {
        Map<Long, Row> known = of(before).stream().collect(Collectors.toMap(Row::id, Function.identity()));
        return Value.rows(of(sent).stream()
                .map(row -> compose(table, known.get(row.id()), row, initial))
                .toList());
    }

    static Row compose(Field table, Row sent, Initial initial) {
        return compose(table, null, sent, initial);
    }

    private static Row compose(Field table, @Nullable Row before, Row sent, Initial initial) {
        Map<FieldCode, Value> values = new HashMap<>();
        for (Field field : table.inner()) {
            Value value = sent.values().get(field.code());
            if (value == null) {
                value = before == null ? field.initial(initial) : before.value(field.code());
            }
            if (!value.isBlank()) {
                values.put(field.code(), value);
            }
        }
        return new Row(before == null ? Row.NEW : before.id(), values);
    }

    private static Row map(Field table, Row row, BiFunction<Field, Value, Value> change) {
        Map<FieldCode, Value> values = new LinkedHashMap<>();
        for (Field field : table.inner()) {
            Value value = row.values().get(field.code());
            if (value != null) {
                values.put(field.code(), change.apply(field, value));
            }
        }
        return new Row(row.id(), values);
    }
}
