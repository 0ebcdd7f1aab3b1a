package org.mimamori.engine.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.OptionRename;
import org.mimamori.engine.change.Transactions;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Row;
import org.mimamori.engine.field.Value;

/**
 * Writes the new names of options into the records that hold the old ones. Leaves revisions alone: nobody has changed
 * the record. A record saved between the deployment and its turn holds new names already; where two options changed
 * places, such a record is changed back.
 */
public final class OptionRewrite {

    private final RecordStore store;
    private final Transactions transactions;
    private final RecordPages pages;

    OptionRewrite(RecordStore store, Transactions transactions) {
        this.store = store;
        this.transactions = transactions;
        this.pages = new RecordPages(store);
    }

    /** Rewrites the records of an app after a number; the listener may end the work by an exception. */
    public void from(AppDefinition app, List<OptionRename> renames, long after, PageListener listener) {
        pages.each(app, after, transactions, records -> rewrite(app, renames, records), listener);
    }

    private int rewrite(AppDefinition app, List<OptionRename> renames, List<AppRecord> records) {
        Map<Long, Map<FieldCode, Value>> updates = new HashMap<>();
        for (AppRecord record : records) {
            Map<FieldCode, Value> values = new HashMap<>();
            for (OptionRename rename : renames) {
                FieldCode holder = app.fields().tableOf(rename.field()).orElse(rename.field());
                Value before = values.getOrDefault(holder, record.value(holder));
                Value after = renamed(before, rename);
                if (!after.equals(before)) {
                    values.put(holder, after);
                }
            }
            if (!values.isEmpty()) {
                updates.put(record.id(), values);
            }
        }
        if (!updates.isEmpty()) {
            store.refreshAll(app, updates);
        }
        return updates.size();
    }

    private static Value renamed(Value value, OptionRename rename) {
        return switch (value) {
            case Value.Choice(String option) -> new Value.Choice(name(rename, option));
            case Value.Choices(List<String> options) ->
                new Value.Choices(
                        options.stream().map(option -> name(rename, option)).toList());
            case Value.Rows(List<Row> rows) -> rows(rows, rename);
            default -> value;
        };
    }

    private static Value rows(List<Row> rows, OptionRename rename) {
        List<Row> renamed = new ArrayList<>();
        for (Row row : rows) {
            Map<FieldCode, Value> values = new HashMap<>(row.values());
            values.computeIfPresent(rename.field(), (code, value) -> renamed(value, rename));
            renamed.add(new Row(row.id(), values));
        }
        return new Value.Rows(renamed);
    }

    private static String name(OptionRename rename, String option) {
        return rename.names().getOrDefault(option, option);
    }
}
