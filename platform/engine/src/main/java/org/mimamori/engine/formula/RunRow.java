package org.mimamori.engine.formula;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Row;
import org.mimamori.engine.field.Value;

/** One row of a table while its record is calculated. */
final class RunRow {

    private final long id;
    private final Map<FieldCode, Value> values;
    private final Set<FieldCode> failed = new HashSet<>();

    RunRow(Row row) {
        this.id = row.id();
        this.values = new HashMap<>(row.values());
    }

    Value value(FieldCode field) {
        if (failed.contains(field)) {
            throw Uncomputable.VALUE;
        }
        return values.getOrDefault(field, Value.BLANK);
    }

    void calculate(Step step, Run run) {
        try {
            values.put(step.field(), step.value(run));
        } catch (Uncomputable e) {
            values.put(step.field(), Value.BLANK);
            failed.add(step.field());
        }
    }

    Row row() {
        return new Row(id, values);
    }
}
