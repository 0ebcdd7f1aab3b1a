package org.mimamori.engine.record;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppCatalog;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.Rollup;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.query.Filter;
import org.mimamori.engine.query.QueryContext;
import org.mimamori.engine.query.QueryResolver;
import org.mimamori.engine.query.ResolvedQuery;
import org.mimamori.engine.query.SortKey;

/** Reads the figures of roll-ups from the related records, all of them: a figure is the same for every reader. */
final class RollupReader implements Figures {

    /** How many records of a run are read at a time: longer than most absences, shorter than a term. */
    private static final int STREAK_PAGE = 60;

    private final AppCatalog catalog;
    private final RecordStore store;
    private final Directory directory;
    private final Clock clock;

    RollupReader(AppCatalog catalog, RecordStore store, Directory directory, Clock clock) {
        this.catalog = catalog;
        this.store = store;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public Map<FieldCode, Value> of(AppDefinition app, AppRecord record) {
        Map<FieldCode, Value> figures = new HashMap<>();
        for (Rollup rollup : app.additions().rollups()) {
            figures.put(rollup.name(), figure(app, record, rollup));
        }
        return figures;
    }

    private Value figure(AppDefinition app, AppRecord record, Rollup rollup) {
        Optional<AppDefinition> source = catalog.find(rollup.app());
        Value key = record.value(app, rollup.field());
        if (source.isEmpty() || key.isBlank()) {
            return Value.BLANK;
        }
        Filter condition = filter(source.get(), rollup.filterCond()).and(upTo(app, record, rollup));
        Filter related = RelatedKeys.filter(source.get(), rollup, key, condition);
        return switch (rollup.function()) {
            case COUNT -> store.aggregate(source.get(), related, RecordStore.Aggregate.COUNT, null);
            case SUM -> store.aggregate(source.get(), related, RecordStore.Aggregate.SUM, rollup.of());
            case MIN -> store.aggregate(source.get(), related, RecordStore.Aggregate.MIN, rollup.of());
            case MAX -> store.aggregate(source.get(), related, RecordStore.Aggregate.MAX, rollup.of());
            case AVERAGE -> store.aggregate(source.get(), related, RecordStore.Aggregate.AVERAGE, rollup.of());
            case STREAK -> streak(source.get(), related, rollup);
        };
    }

    /** Related records up to the reading record's own day. */
    static Filter upTo(AppDefinition app, AppRecord record, Rollup rollup) {
        FieldCode order = rollup.upTo();
        Value own = order == null || app.field(order).isEmpty() ? Value.BLANK : record.value(app, order);
        return order == null || own.isBlank() ? Filter.EVERYTHING : new Filter.Between(order, null, false, own, true);
    }

    private Value streak(AppDefinition source, Filter related, Rollup rollup) {
        FieldCode order = requireOrder(rollup);
        Streak streak = new Streak(source, filter(source, rollup.whileCond()), skip(source, rollup));
        Set<FieldCode> wanted = new HashSet<>();
        source.fields().top().forEach(field -> wanted.add(field.code()));
        for (int offset = 0; ; offset += STREAK_PAGE) {
            List<AppRecord> page = store.find(
                    source,
                    new ResolvedQuery(related, List.of(new SortKey(order, false)), STREAK_PAGE, offset),
                    wanted);
            if (!streak.takes(page) || page.size() < STREAK_PAGE) {
                return new Value.Decimal(BigDecimal.valueOf(streak.length()));
            }
        }
    }

    Filter skip(AppDefinition source, Rollup rollup) {
        return rollup.skipCond().isEmpty() ? Filter.NOTHING : filter(source, rollup.skipCond());
    }

    static FieldCode requireOrder(Rollup rollup) {
        @Nullable FieldCode order = rollup.upTo();
        if (order == null) {
            throw new IllegalStateException("roll-up " + rollup.name() + " has no ordering field");
        }
        return order;
    }

    Filter filter(AppDefinition source, String condition) {
        Actor reader = new Actor.Platform("roll-up");
        return new QueryResolver(source.fields(), new QueryContext(reader, clock, directory))
                .resolveCondition(condition);
    }
}
