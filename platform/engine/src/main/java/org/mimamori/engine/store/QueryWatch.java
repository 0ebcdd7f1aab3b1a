package org.mimamori.engine.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.query.Filter;
import org.mimamori.engine.query.SortKey;
import org.mimamori.engine.record.AdviceStore;
import org.mimamori.engine.record.QueryAdvice;
import org.mimamori.engine.record.QueryAdvice.Asked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices slow queries and has the database explain them, each kind at most once an hour and beside the calls. Keeps
 * what it noticed in memory only, of so many apps and kinds of query, the longest unseen going first.
 */
final class QueryWatch implements AdviceStore {

    /** Quicker ones need no advice. */
    static final Duration SLOW = Duration.ofMillis(50);

    static final int MOST_KINDS = 20;

    private static final Logger LOG = LoggerFactory.getLogger(QueryWatch.class);

    private static final int MOST_APPS = 200;
    private static final Duration EXPLAINED_FOR = Duration.ofHours(1);
    private static final long FEW = 1000;
    private static final long MANY_TIMES = 10;

    private final Clock clock;
    private final Duration slow;
    private final Executor background;
    private final AtomicBoolean explaining = new AtomicBoolean();
    private final Map<AppId, Map<Kind, Noticed>> apps = bounded(MOST_APPS);

    /** @param background runs what explains a query */
    QueryWatch(Clock clock, Duration slow, Executor background) {
        this.clock = clock;
        this.slow = slow;
        this.background = background;
    }

    /** What a database did for one query. */
    record Examined(long examined, long found) {

        /** An index would have spared most of it. */
        boolean isWasteful() {
            return examined >= FEW && examined >= found * MANY_TIMES;
        }
    }

    private record Kind(List<Asked> filter, List<SortKey> sort) {}

    /** @param cost null until the database has explained it */
    private record Noticed(
            long times,
            Duration slowest,
            Instant last,
            @Nullable Examined cost,
            Instant explained) {

        Noticed again(Duration took, Instant now) {
            return new Noticed(times + 1, slowest.compareTo(took) < 0 ? took : slowest, now, cost, explained);
        }

        boolean isAdvised() {
            return cost != null && cost.isWasteful();
        }
    }

    private static <K, V> Map<K, V> bounded(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /**
     * To be told of every query that has run.
     *
     * @param explain asks the database what the query cost
     */
    void ran(AppDefinition app, Filter filter, List<SortKey> sort, Duration took, Supplier<Examined> explain) {
        if (took.compareTo(slow) < 0) {
            return;
        }
        Kind kind = new Kind(AskedOf.filter(filter), List.copyOf(sort));
        if (note(app.id(), kind, took) && explaining.compareAndSet(false, true)) {
            background.execute(() -> {
                try {
                    explained(app, kind, explain.get());
                } catch (RuntimeException e) {
                    LOG.warn("A slow query of app {} could not be explained", app.code(), e);
                } finally {
                    explaining.set(false);
                }
            });
        }
    }

    /** Whether it is time to have it explained. */
    private synchronized boolean note(AppId app, Kind kind, Duration took) {
        Instant now = clock.instant();
        Noticed noticed = apps.computeIfAbsent(app, id -> bounded(MOST_KINDS))
                .compute(
                        kind,
                        (same, before) -> before == null
                                ? new Noticed(1, took, now, null, Instant.MIN)
                                : before.again(took, now));
        return noticed.explained().isBefore(now.minus(EXPLAINED_FOR));
    }

    private synchronized void explained(AppDefinition app, Kind kind, Examined cost) {
        Map<Kind, Noticed> kinds = apps.get(app.id());
        Noticed before = kinds == null ? null : kinds.get(kind);
        if (kinds == null || before == null) {
            return;
        }
        Noticed after = new Noticed(before.times(), before.slowest(), before.last(), cost, clock.instant());
        kinds.put(kind, after);
        if (after.isAdvised() && !before.isAdvised()) {
            LOG.info(
                    "App {}: a query by [{}] in the order [{}] took {} ms and looked at {} entries or records to find"
                            + " {}; a list view with this condition and order would give it an index",
                    app.code(),
                    filter(kind),
                    sort(kind),
                    after.slowest().toMillis(),
                    cost.examined(),
                    cost.found());
        }
    }

    private static String filter(Kind kind) {
        return kind.filter().stream()
                .map(asked -> asked.field() + " " + asked.operator().sign())
                .collect(Collectors.joining(", "));
    }

    private static String sort(Kind kind) {
        return kind.sort().stream()
                .map(key -> key.field() + (key.ascending() ? " asc" : " desc"))
                .collect(Collectors.joining(", "));
    }

    @Override
    public synchronized List<QueryAdvice> of(AppId app) {
        return apps.getOrDefault(app, Map.of()).entrySet().stream()
                .flatMap(entry -> advice(entry.getKey(), entry.getValue()).stream())
                .sorted(Comparator.comparing(QueryAdvice::slowest).reversed())
                .toList();
    }

    private static List<QueryAdvice> advice(Kind kind, Noticed noticed) {
        Examined cost = noticed.cost();
        return cost == null || !cost.isWasteful()
                ? List.of()
                : List.of(new QueryAdvice(
                        kind.filter(),
                        kind.sort(),
                        noticed.times(),
                        noticed.slowest(),
                        cost.examined(),
                        cost.found(),
                        noticed.last()));
    }
}
