package org.mimamori.engine.formula;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Row;
import org.mimamori.engine.field.Value;

/** One calculation of one record: its values so far, the row that is being calculated, and the time. */
final class Run {

    private final Map<FieldCode, Value> values;
    private final Set<FieldCode> failed = new HashSet<>();
    private final Map<FieldCode, List<RunRow>> tables = new HashMap<>();
    private final Instant now;
    private final ZoneId zone;
    private final NumberPrecision precision;
    private @Nullable RunRow row;

    Run(Map<FieldCode, Value> values, Instant now, ZoneId zone, NumberPrecision precision) {
        this.values = new HashMap<>(values);
        this.now = now;
        this.zone = zone;
        this.precision = precision;
    }

    Instant now() {
        return now;
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    ZoneId zone() {
        return zone;
    }

    NumberPrecision precision() {
        return precision;
    }

    /** The value of a top-level field; what could not be calculated makes uncomputable whatever reads it. */
    Value top(FieldCode field) {
        if (failed.contains(field)) {
            throw Uncomputable.VALUE;
        }
        return values.getOrDefault(field, Value.BLANK);
    }

    /** The value in the row that is being calculated. */
    Value inner(FieldCode field) {
        if (row == null) {
            throw new IllegalStateException(field + " is read outside its table");
        }
        return row.value(field);
    }

    List<Value> column(FieldCode table, FieldCode field) {
        return rows(table).stream().map(each -> each.value(field)).toList();
    }

    void calculate(Step step) {
        FieldCode table = step.table();
        if (table == null) {
            try {
                values.put(step.field(), step.value(this));
            } catch (Uncomputable e) {
                values.put(step.field(), Value.BLANK);
                failed.add(step.field());
            }
            return;
        }
        for (RunRow each : rows(table)) {
            row = each;
            each.calculate(step, this);
        }
        row = null;
    }

    /** All values as they are now, tables rebuilt from their rows. */
    Map<FieldCode, Value> result() {
        tables.forEach((table, rows) ->
                values.put(table, Value.rows(rows.stream().map(RunRow::row).toList())));
        return values;
    }

    private List<RunRow> rows(FieldCode table) {
        return tables.computeIfAbsent(
                table,
                code -> values.get(code) instanceof Value.Rows(List<Row> rows)
                        ? rows.stream().map(RunRow::new).toList()
                        : List.of());
    }
}
