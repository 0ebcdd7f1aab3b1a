package org.mimamori.engine.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.Rollup;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Row;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.query.Filter;

/** How a roll-up's related records are tied to the record that reads them, by a field or by a field in a table. */
final class RelatedKeys {

    private RelatedKeys() {}

    /** The keys a related record is tied by: several when the key stands in a table's rows. Blank ones tie nothing. */
    static List<Value> of(AppDefinition source, Rollup rollup, AppRecord related) {
        Optional<FieldCode> table = source.fields().tableOf(rollup.relatedField());
        List<Value> keys = new ArrayList<>();
        if (table.isEmpty()) {
            keys.add(related.value(source, rollup.relatedField()));
        } else if (related.value(table.get()) instanceof Value.Rows(List<Row> rows)) {
            rows.forEach(row -> keys.add(row.value(rollup.relatedField())));
        }
        keys.removeIf(Value::isBlank);
        return keys.stream().distinct().toList();
    }

    /** The related records of a key that meet a condition; in a table, key and condition hold in the same row. */
    static Filter filter(AppDefinition source, Rollup rollup, Value key, Filter condition) {
        Filter same = new Filter.Equal(rollup.relatedField(), key);
        return source.fields()
                .tableOf(rollup.relatedField())
                .map(table -> inSameRow(table, same, condition))
                .orElseGet(() -> same.and(condition));
    }

    private static Filter inSameRow(FieldCode table, Filter same, Filter condition) {
        List<Filter> parts = condition instanceof Filter.All(List<Filter> of) ? of : List.of(condition);
        List<Filter> inRow = new ArrayList<>(List.of(same));
        List<Filter> outside = new ArrayList<>();
        for (Filter part : parts) {
            if (part instanceof Filter.AnyRow(FieldCode of, Filter row) && of.equals(table)) {
                inRow.add(row);
            } else {
                outside.add(part);
            }
        }
        outside.add(new Filter.AnyRow(table, Filter.all(inRow)));
        return Filter.all(outside);
    }
}
