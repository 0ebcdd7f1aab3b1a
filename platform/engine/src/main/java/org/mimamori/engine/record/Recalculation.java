package org.mimamori.engine.record;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppCatalog;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.Rollup;
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

    private static final int MOST_LOADED = 200_000;

    private final AppCatalog catalog;
    private final RecordStore store;
    private final RollupReader rollups;
    private final Calculator calculator;
    private final Transactions transactions;
    private final WriteListener listener;
    private final Clock clock;

    Recalculation(
            AppCatalog catalog,
            RecordStore store,
            RollupReader rollups,
            Calculator calculator,
            Transactions transactions,
            WriteListener listener,
            Clock clock) {
        this.catalog = catalog;
        this.store = store;
        this.rollups = rollups;
        this.calculator = calculator;
        this.transactions = transactions;
        this.listener = listener;
        this.clock = clock;
    }

    /** Every app in which a value changes with time alone; who waits for such a change is told. */
    public int daily() {
        return catalog.all().stream()
                .filter(app -> app.formulas().dependOnTime())
                .mapToInt(app -> calculate(app, true))
                .sum();
    }

    /** All records of one app, without telling anybody; answers how many changed. */
    public int all(AppDefinition app) {
        return calculate(app, false);
    }

    private int calculate(AppDefinition app, boolean tells) {
        if (app.formulas().isEmpty()) {
            return 0;
        }
        RollupRefresh refresh = new RollupRefresh(catalog, store, calculator.over(figures(app)), listener, clock);
        int changed = 0;
        long last = 0;
        List<AppRecord> page;
        do {
            page = page(app, last, null);
            List<AppRecord> records = List.copyOf(page);
            changed += transactions.run(() -> recalculated(refresh, app, records, tells));
            last = page.isEmpty() ? last : page.getLast().id();
        } while (page.size() == PAGE);
        return changed;
    }

    private static int recalculated(RollupRefresh refresh, AppDefinition app, List<AppRecord> records, boolean tells) {
        List<RollupRefresh.Written> changed = refresh.recalculate(app, records);
        if (tells && !changed.isEmpty()) {
            refresh.afterDay(app, changed);
        }
        return changed.size();
    }

    /** Reads related records once for the whole app, unless there are more than memory should hold. */
    private Figures figures(AppDefinition app) {
        LoadedFigures loaded = new LoadedFigures(rollups);
        for (Rollup rollup : app.additions().rollups()) {
            Optional<AppDefinition> source = catalog.find(rollup.app());
            if (source.isPresent() && store.count(source.get(), Filter.EVERYTHING) > MOST_LOADED) {
                return rollups;
            }
            source.ifPresent(found -> loaded.load(rollup, found, related(found, rollup)));
        }
        return loaded;
    }

    private List<AppRecord> related(AppDefinition source, Rollup rollup) {
        Set<FieldCode> wanted = new HashSet<>();
        rollup.mentions()
                .forEach(code -> wanted.add(source.fields().tableOf(code).orElse(code)));
        List<AppRecord> all = new ArrayList<>();
        List<AppRecord> page;
        do {
            page = page(source, all.isEmpty() ? 0 : all.getLast().id(), wanted);
            all.addAll(page);
        } while (page.size() == PAGE);
        return all;
    }

    private List<AppRecord> page(AppDefinition app, long after, @Nullable Set<FieldCode> wanted) {
        Filter beyond = new Filter.Between(
                FieldCode.ID, new Value.Decimal(java.math.BigDecimal.valueOf(after)), false, null, false);
        return store.find(app, new ResolvedQuery(beyond, List.of(new SortKey(FieldCode.ID, true)), PAGE, 0), wanted);
    }
}
