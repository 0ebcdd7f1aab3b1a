package org.mimamori.ui.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.Row;
import org.mimamori.engine.field.Value;

/** What became of a table's rows, which are known by their numbers however they move. */
record TableDiff(List<RowDiff> rows) {

    /** What became of a row; {@code place} counts from 0, in the new table or, for a removed row, in the old. */
    record RowDiff(Kind kind, int place, List<CellDiff> cells) {}

    /** One cell's change. */
    record CellDiff(
            Field field, @Nullable Value before, @Nullable Value after) {}

    enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    static TableDiff of(Field table, List<Row> before, List<Row> after) {
        Map<Long, Row> old = byId(before);
        Map<Long, Row> current = byId(after);
        List<RowDiff> rows = new ArrayList<>();
        for (int place = 0; place < after.size(); place++) {
            Row row = after.get(place);
            Row was = old.get(row.id());
            List<CellDiff> cells = cells(table, was, row);
            if (was == null || !cells.isEmpty()) {
                rows.add(new RowDiff(was == null ? Kind.ADDED : Kind.CHANGED, place, cells));
            }
        }
        for (int place = 0; place < before.size(); place++) {
            Row row = before.get(place);
            if (!current.containsKey(row.id())) {
                rows.add(new RowDiff(Kind.REMOVED, place, cells(table, row, null)));
            }
        }
        return new TableDiff(List.copyOf(rows));
    }

    private static List<CellDiff> cells(Field table, @Nullable Row before, @Nullable Row after) {
        return table.inner().stream()
                .map(field -> new CellDiff(
                        field,
                        before == null ? null : before.value(field.code()),
                        after == null ? null : after.value(field.code())))
                .filter(cell -> !Objects.equals(orBlank(cell.before()), orBlank(cell.after())))
                .toList();
    }

    private static Value orBlank(@Nullable Value value) {
        return value == null ? Value.BLANK : value;
    }

    private static Map<Long, Row> byId(List<Row> rows) {
        return rows.stream().collect(Collectors.toMap(Row::id, Function.identity(), (a, b) -> b));
    }
}
