package org.mimamori.engine.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimamori.engine.app.AppCatalog;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.Rollup;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.query.Filter;

/** Figures of all records of an app at one time: related records are read once, not once for each of them. */
final class WholeFigures {

    /** More related records than memory should hold; then each record asks for its own. */
    private static final int MOST_LOADED = 200_000;

    private final AppCatalog catalog;
    private final RecordStore store;
    private final RecordPages pages;
    private final RollupReader rollups;

    WholeFigures(AppCatalog catalog, RecordStore store, RollupReader rollups) {
        this.catalog = catalog;
        this.store = store;
        this.pages = new RecordPages(store);
        this.rollups = rollups;
    }

    Figures of(AppDefinition app) {
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
