package org.mimamori.engine.record;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimamori.engine.app.AppCatalog;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.Rollup;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.query.Filter;
import org.mimamori.engine.query.ResolvedQuery;
import org.mimamori.engine.query.SortKey;

/** Figures of a page of records, from their related records read together. */
final class PageFigures {

    private static final int PAGE = 500;

    /** More related records than memory should hold; then each record asks for its own. */
    private static final int MOST_LOADED = 100_000;

    private final AppCatalog catalog;
    private final RecordStore store;
    private final RollupReader rollups;

    PageFigures(AppCatalog catalog, RecordStore store, RollupReader rollups) {
        this.catalog = catalog;
        this.store = store;
        this.rollups = rollups;
    }

    Figures of(AppDefinition app, List<AppRecord> records) {
        LoadedFigures loaded = new LoadedFigures(rollups);
        for (Rollup rollup : app.additions().rollups()) {
            Optional<AppDefinition> source = catalog.find(rollup.app());
            if (source.isPresent()) {
                List<AppRecord> related = related(source.get(), rollup, keys(app, rollup, records));
                if (related.size() > MOST_LOADED) {
                    return rollups;
                }
                loaded.load(rollup, source.get(), related);
            }
        }
        return loaded;
    }

    private static List<Value> keys(AppDefinition app, Rollup rollup, List<AppRecord> records) {
        return records.stream()
                .map(record -> record.value(app, rollup.field()))
                .filter(key -> !key.isBlank())
                .distinct()
                .toList();
    }

    /** The records tied to one of the keys, or the first of them when they are too many. */
    private List<AppRecord> related(AppDefinition source, Rollup rollup, List<Value> keys) {
        List<AppRecord> all = new ArrayList<>();
        if (keys.isEmpty()) {
            return all;
        }
        Set<FieldCode> wanted = new HashSet<>();
        rollup.mentions()
                .forEach(code -> wanted.add(source.fields().tableOf(code).orElse(code)));
        Filter tied = RelatedKeys.filter(source, rollup, keys);
        List<AppRecord> page;
        do {
            Filter rest = tied.and(beyond(all.isEmpty() ? 0 : all.getLast().id()));
            page = store.find(
                    source, new ResolvedQuery(rest, List.of(new SortKey(FieldCode.ID, true)), PAGE, 0), wanted);
            all.addAll(page);
        } while (page.size() == PAGE && all.size() <= MOST_LOADED);
        return all;
    }

    private static Filter beyond(long number) {
        return new Filter.Between(FieldCode.ID, new Value.Decimal(BigDecimal.valueOf(number)), false, null, false);
    }
}
