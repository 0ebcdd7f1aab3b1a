package org.mimamori.engine.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mimamori.engine.app.AppCatalog;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.Rollup;
import org.mimamori.engine.change.Transactions;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.query.Filter;

/**
 * Calculates the records of an app anew: when a day has passed and a formula reads the date, and after records were
 * loaded in bulk. Leaves revisions alone: nobody has changed the record.
 */
public final class Recalculation {

    private static final int MOST_LOADED = 200_000;

    private final AppCatalog catalog;
    private final RecordStore store;
    private final RecordPages pages;
    private final RollupReader rollups;
    private final Calculator calculator;
    private final Transactions transactions;

    Recalculation(
            AppCatalog catalog,
            RecordStore store,
            RollupReader rollups,
            Calculator calculator,
            Transactions transactions) {
        this.catalog = catalog;
        this.store = store;
        this.pages = new RecordPages(store);
        this.rollups = rollups;
        this.calculator = calculator;
        this.transactions = transactions;
    }

    /** Every app in which a value changes with time alone. */
    public int daily() {
        return catalog.all().stream()
                .filter(app -> app.formulas().dependOnTime())
                .mapToInt(this::all)
                .sum();
    }

    /** How many records there are to go through. */
    public long count(AppDefinition app) {
        return store.count(app, Filter.EVERYTHING);
    }

    /** All records of one app; answers how many changed. */
    public int all(AppDefinition app) {
        Map<Long, Integer> changes = new HashMap<>();
        // By page, for a transaction that is repeated tells of its page again.
        from(app, 0, (last, records, changed) -> changes.put(last, changed));
        return changes.values().stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * The records of an app after a number.
     *
     * @param listener may end the work by an exception
     */
    public void from(AppDefinition app, long after, PageListener listener) {
        if (app.formulas().isEmpty()) {
            return;
        }
        RollupRefresh refresh = new RollupRefresh(catalog, store, calculator.over(figures(app)));
        pages.each(
                app,
                after,
                transactions,
                records -> refresh.recalculate(app, records).size(),
                listener);
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
            page = pages.after(source, all.isEmpty() ? 0 : all.getLast().id(), wanted);
            all.addAll(page);
        } while (page.size() == RecordPages.SIZE);
        return all;
    }
}
