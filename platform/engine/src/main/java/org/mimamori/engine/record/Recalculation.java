package org.mimamori.engine.record;

import java.util.ArrayList;
import java.util.List;
import org.mimamori.engine.app.AppCatalog;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.change.Transactions;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.query.Filter;
import org.mimamori.engine.query.ResolvedQuery;
import org.mimamori.engine.query.SortKey;

/**
 * Calculates the records of an app anew: when a day has passed and a formula reads the date, and after records were
 * loaded in bulk. Leaves revisions alone: nobody has changed the record.
 */
public final class Recalculation {

    private static final int PAGE = 500;

    private final AppCatalog catalog;
    private final RecordStore store;
    private final RollupRefresh refresh;
    private final Transactions transactions;

    Recalculation(AppCatalog catalog, RecordStore store, RollupRefresh refresh, Transactions transactions) {
        this.catalog = catalog;
        this.store = store;
        this.refresh = refresh;
        this.transactions = transactions;
    }

    /** Every app in which a value changes with time alone. */
    public int daily() {
        return catalog.all().stream()
                .filter(app -> app.formulas().dependOnTime())
                .mapToInt(this::all)
                .sum();
    }

    /** All records of one app; answers how many changed. */
    public int all(AppDefinition app) {
        if (app.formulas().isEmpty()) {
            return 0;
        }
        int changed = 0;
        long last = 0;
        List<AppRecord> page;
        do {
            page = page(app, last);
            List<AppRecord> records = new ArrayList<>(page);
            changed += transactions.run(() -> refresh.recalculate(app, records).size());
            last = page.isEmpty() ? last : page.getLast().id();
        } while (page.size() == PAGE);
        return changed;
    }

    private List<AppRecord> page(AppDefinition app, long after) {
        Filter beyond = new Filter.Between(
                FieldCode.ID, new Value.Decimal(java.math.BigDecimal.valueOf(after)), false, null, false);
        return store.find(app, new ResolvedQuery(beyond, List.of(new SortKey(FieldCode.ID, true)), PAGE, 0), null);
    }
}
