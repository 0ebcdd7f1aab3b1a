package org.mimamori.engine.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppCatalog;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.Rollup;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.query.Filter;
import org.mimamori.engine.query.ResolvedQuery;

/**
 * Brings figures that depend on written records up to date, in the transaction of the write: whoever reads after it
 * reads figures that include it.
 */
final class RollupRefresh {

    /** Figures of figures are followed this far; longer chains are a fault of the definition. */
    private static final int MAX_DEPTH = 3;

    private static final int PAGE = 500;

    private final AppCatalog catalog;
    private final RecordStore store;
    private final Calculator calculator;

    RollupRefresh(AppCatalog catalog, RecordStore store, Calculator calculator) {
        this.catalog = catalog;
        this.store = store;
        this.calculator = calculator;
    }

    /** One record before and after a write; null where it did not exist. */
    record Written(@Nullable AppRecord before, @Nullable AppRecord after) {}

    /**
     * Brings what depends on written records up to date.
     *
     * @param derived whether the platform itself wrote them
     * @return all records that were touched, the written ones among them
     */
    List<Touched> follow(AppDefinition app, List<Written> written, boolean derived) {
        List<Touched> touched = new ArrayList<>();
        written.forEach(one -> touched.add(new Touched(app, one.before(), one.after(), derived)));
        refresh(app, written, 1, touched);
        return Touched.folded(touched);
    }

    private void refresh(AppDefinition app, List<Written> written, int depth, List<Touched> all) {
        for (AppDefinition target : catalog.all()) {
            Map<Long, AppRecord> touched = new HashMap<>();
            for (Rollup rollup : target.additions().rollups()) {
                boolean reads = catalog.find(rollup.app())
                        .filter(source -> source.id().equals(app.id()))
                        .isPresent();
                if (reads) {
                    touched(app, target, rollup, written).forEach(record -> touched.put(record.id(), record));
                }
            }
            List<Written> changed = recalculate(target, List.copyOf(touched.values()));
            changed.forEach(one -> all.add(new Touched(target, one.before(), one.after(), true)));
            if (!changed.isEmpty() && depth < MAX_DEPTH) {
                refresh(target, changed, depth + 1, all);
            }
        }
    }

    /** Records of the target app whose figure the write can have changed. */
    private List<AppRecord> touched(AppDefinition app, AppDefinition target, Rollup rollup, List<Written> written) {
        List<Filter> parts = new ArrayList<>();
        Set<FieldCode> mentions = rollup.mentions();
        for (Written one : written) {
            if (!sameFor(mentions, app, one)) {
                parts.addAll(readers(app, target, rollup, one));
            }
        }
        Filter filter = Filter.any(parts);
        List<AppRecord> found = new ArrayList<>();
        if (!filter.equals(Filter.NOTHING)) {
            List<AppRecord> page;
            do {
                page = store.find(target, new ResolvedQuery(filter, List.of(), PAGE, found.size()), null);
                found.addAll(page);
            } while (page.size() == PAGE);
        }
        return found;
    }

    /** Whether the write changed none of the fields the figure depends on. */
    private static boolean sameFor(Set<FieldCode> mentions, AppDefinition app, Written one) {
        AppRecord before = one.before();
        AppRecord after = one.after();
        return before != null
                && after != null
                && mentions.stream()
                        .map(code -> app.fields().tableOf(code).orElse(code))
                        .allMatch(code -> before.value(app, code).equals(after.value(app, code)));
    }

    private static Set<Filter> readers(AppDefinition app, AppDefinition target, Rollup rollup, Written one) {
        Set<Filter> filters = new LinkedHashSet<>();
        for (AppRecord side : sides(one)) {
            for (Value key : RelatedKeys.of(app, rollup, side)) {
                filters.add(new Filter.Equal(rollup.field(), key).and(later(app, target, rollup, side)));
            }
        }
        return filters;
    }

    private static List<AppRecord> sides(Written one) {
        List<AppRecord> sides = new ArrayList<>();
        if (one.before() != null) {
            sides.add(one.before());
        }
        if (one.after() != null) {
            sides.add(one.after());
        }
        return sides;
    }

    /** A run that ends before the written record does not contain it. */
    private static Filter later(AppDefinition app, AppDefinition target, Rollup rollup, AppRecord side) {
        FieldCode order = rollup.upTo();
        if (order == null
                || target.field(order).isEmpty()
                || side.value(app, order).isBlank()) {
            return Filter.EVERYTHING;
        }
        return new Filter.Between(order, side.value(app, order), true, null, false);
    }

    /** Sets the calculated fields anew where they differ; answers the records that changed. */
    List<Written> recalculate(AppDefinition app, List<AppRecord> records) {
        List<Written> changed = new ArrayList<>();
        Map<Long, Map<FieldCode, Value>> updates = new HashMap<>();
        for (AppRecord record : records) {
            Map<FieldCode, Value> fresh = calculator.calculated(app, record);
            fresh = new HashMap<>(fresh);
            fresh.entrySet().removeIf(entry -> entry.getValue().equals(record.value(entry.getKey())));
            if (!fresh.isEmpty()) {
                updates.put(record.id(), fresh);
                changed.add(new Written(record, record.with(fresh)));
            }
        }
        if (!updates.isEmpty()) {
            store.refreshAll(app, updates);
        }
        return changed;
    }
}
