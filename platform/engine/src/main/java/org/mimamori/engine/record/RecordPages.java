package org.mimamori.engine.record;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.change.Transactions;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.query.Filter;
import org.mimamori.engine.query.ResolvedQuery;
import org.mimamori.engine.query.SortKey;

/** Goes through all records of an app by ascending number. */
final class RecordPages {

    static final int SIZE = 500;

    private final RecordStore store;

    RecordPages(RecordStore store) {
        this.store = store;
    }

    /** The records after a number; fewer than {@link #SIZE} at the end. */
    List<AppRecord> after(AppDefinition app, long number, @Nullable Set<FieldCode> wanted) {
        return after(app, number, wanted, SIZE);
    }

    /** The records after a number; fewer than {@code size} at the end. */
    List<AppRecord> after(AppDefinition app, long number, @Nullable Set<FieldCode> wanted, int size) {
        Filter beyond =
                new Filter.Between(FieldCode.ID, new Value.Decimal(BigDecimal.valueOf(number)), false, null, false);
        return store.find(app, new ResolvedQuery(beyond, List.of(new SortKey(FieldCode.ID, true)), size, 0), wanted);
    }

    /**
     * Does work page by page, each page in a transaction of its own.
     *
     * @param after number of the last record that needs no work
     * @param work answers how many of the page's records it changed
     */
    void each(
            AppDefinition app,
            long after,
            Transactions transactions,
            ToIntFunction<List<AppRecord>> work,
            PageListener listener) {
        long last = after;
        int size;
        do {
            long from = last;
            List<AppRecord> page = transactions.run(() -> {
                List<AppRecord> records = after(app, from, null);
                if (!records.isEmpty()) {
                    listener.page(records.getLast().id(), records.size(), work.applyAsInt(records));
                }
                return records;
            });
            size = page.size();
            last = page.isEmpty() ? last : page.getLast().id();
        } while (size == SIZE);
    }
}
