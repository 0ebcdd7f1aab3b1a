package org.mimamori.engine.notify;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.app.Notifications.PerRecord;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.query.Condition;
import org.mimamori.engine.query.Filter;
import org.mimamori.engine.query.FilterTest;
import org.mimamori.engine.query.Query;
import org.mimamori.engine.query.QueryContext;
import org.mimamori.engine.query.QueryResolver;
import org.mimamori.engine.record.AppRecord;
import org.mimamori.engine.record.Touched;
import org.mimamori.engine.record.WriteListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees, in the transaction of a write, which records come to meet the condition of a per-record notification: those
 * that meet it after the write and did not before. Looks at nothing but what the write has in hand.
 */
public final class CrossingWatch implements WriteListener {

    private static final Logger LOG = LoggerFactory.getLogger(CrossingWatch.class);

    private final CrossingStore store;
    private final QueryContext context;

    /** @param zone in which conditions mean days */
    public CrossingWatch(CrossingStore store, Directory directory, Clock clock, ZoneId zone) {
        this.store = store;
        this.context = new QueryContext(new Actor.Platform("notification", zone), clock, directory);
    }

    @Override
    public void written(@Nullable EntityRef actor, Instant at, List<Touched> touched) {
        List<Crossing> crossings = new ArrayList<>();
        Map<AppId, List<Touched>> byApp = touched.stream()
                .filter(one -> !one.app().notifications().perRecord().isEmpty())
                .collect(Collectors.groupingBy(one -> one.app().id(), LinkedHashMap::new, Collectors.toList()));
        for (List<Touched> records : byApp.values()) {
            AppDefinition app = records.getFirst().app();
            app.notifications().perRecord().forEach(rule -> crossings.addAll(crossings(rule, records, actor, at)));
        }
        if (!crossings.isEmpty()) {
            store.add(crossings);
        }
    }

    private List<Crossing> crossings(PerRecord rule, List<Touched> records, @Nullable EntityRef actor, Instant at) {
        AppDefinition app = records.getFirst().app();
        List<Crossing> crossings = new ArrayList<>();
        filter(rule, app).ifPresent(filter -> {
            for (Touched one : records) {
                AppRecord after = one.after();
                if (after != null && holds(filter, app, after) && !holds(filter, app, one.before())) {
                    crossings.add(new Crossing(
                            "",
                            app.id(),
                            after.id(),
                            one.derived() ? null : actor,
                            at,
                            rule.title().base(),
                            mentions(rule.filterCond()),
                            Receiver.of(rule.targets(), app, after)));
                }
            }
        });
        return crossings;
    }

    /** A condition may have stopped making sense: somebody it names has left. That must not stop anybody's work. */
    private Optional<Filter> filter(PerRecord rule, AppDefinition app) {
        try {
            return Optional.of(new QueryResolver(app.fields(), context).resolveCondition(rule.filterCond()));
        } catch (PlatformException refused) {
            LOG.warn(
                    "App {}: nobody is told \"{}\": {}",
                    app.code(),
                    rule.title().base(),
                    refused.problem());
            return Optional.empty();
        }
    }

    private static boolean holds(Filter filter, AppDefinition app, @Nullable AppRecord record) {
        return record != null && FilterTest.holds(filter, code -> record.value(app, code), app.fields()::field);
    }

    static Set<FieldCode> mentions(String condition) {
        return Condition.parse(condition)
                .map(parsed -> Query.of(parsed).mentions())
                .orElse(Set.of());
    }
}
