package org.mimamori.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimamori.engine.store.RecordBuilder.aRecord;
import static org.mimamori.engine.store.RecordBuilder.code;
import static org.mimamori.engine.store.RecordBuilder.text;

import com.mongodb.client.MongoClient;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.field.Operator;
import org.mimamori.engine.query.Filter;
import org.mimamori.engine.record.AppRecord;
import org.mimamori.engine.record.QueryAdvice.Asked;
import org.mimamori.engine.store.QueryWatch.Examined;
import org.springframework.data.mongodb.core.MongoTemplate;

class QueryWatchTest {

    @RegisterExtension
    static final TestStores STORES = TestStores.embedded();

    private static final Duration LIMIT = Duration.ofMillis(50);
    private static final Filter BY_NAME = new Filter.Equal(code("kana"), text("サトウ"));
    private static final Examined WASTE = new Examined(40_000, 3);

    private final MovableClock clock = new MovableClock();
    private final AppDefinition app = AppBuilder.anApp(new AppId(7), "watched").build();
    private final QueryWatch watch = new QueryWatch(clock, LIMIT, Runnable::run);

    private void ran(Filter filter, long millis, Examined cost) {
        watch.ran(app, filter, List.of(), Duration.ofMillis(millis), () -> cost);
    }

    @Test
    void advisesAboutASlowQueryThatLooksAtManyRecordsToFindFew() {
        ran(BY_NAME, 80, WASTE);
        ran(new Filter.Equal(code("kana"), text("スズキ")), 120, WASTE);

        assertThat(watch.of(app.id())).singleElement().satisfies(advice -> {
            assertThat(advice.filter()).containsExactly(new Asked(code("kana"), Operator.EQUAL));
            assertThat(advice.times()).isEqualTo(2);
            assertThat(advice.slowest()).hasMillis(120);
            assertThat(advice.examined()).isEqualTo(40_000);
            assertThat(advice.toString()).doesNotContain("サトウ", "スズキ");
        });
    }

    @Test
    void isSilentAboutQuickQueriesAndAboutSlowOnesThatFindWhatTheyLookAt() {
        ran(BY_NAME, 49, WASTE);
        ran(new Filter.Empty(code("kana")), 500, new Examined(40_000, 39_000));

        assertThat(watch.of(app.id())).isEmpty();
    }

    @Test
    void hasAKindOfQueryExplainedOnceAnHour() {
        int[] explained = {0};
        Runnable slow = () -> watch.ran(app, BY_NAME, List.of(), LIMIT, () -> {
            explained[0]++;
            return WASTE;
        });

        slow.run();
        slow.run();
        assertThat(explained[0]).isEqualTo(1);

        clock.move(Duration.ofMinutes(61));
        slow.run();
        assertThat(explained[0]).isEqualTo(2);
    }

    @Test
    void forgetsTheLongestUnseenKindWhenThereAreTooMany() {
        IntStream.rangeClosed(0, QueryWatch.MOST_KINDS)
                .forEach(i -> ran(new Filter.Empty(code("field" + i)), 60 + i, WASTE));

        assertThat(watch.of(app.id()))
                .hasSize(QueryWatch.MOST_KINDS)
                .noneMatch(advice -> advice.filter().getFirst().field().equals(code("field0")));
    }

    @Test
    void explainsBesideTheCallAndOneAtATime() {
        Queue<Runnable> later = new ArrayDeque<>();
        QueryWatch patient = new QueryWatch(clock, LIMIT, later::add);

        patient.ran(app, BY_NAME, List.of(), LIMIT, () -> WASTE);
        patient.ran(app, new Filter.Empty(code("kana")), List.of(), LIMIT, () -> WASTE);
        assertThat(patient.of(app.id())).isEmpty();
        assertThat(later).hasSize(1);

        later.remove().run();
        assertThat(patient.of(app.id())).hasSize(1);
    }

    @Test
    void namesEachTestByItsOperator() {
        Filter filter = Filter.all(List.of(
                Filter.not(new Filter.In(code("a"), List.of(text("1")))),
                new Filter.Between(code("b"), text("1"), true, text("2"), false),
                Filter.any(List.of(new Filter.Contains(code("c"), "秘密"), Filter.not(new Filter.Empty(code("d")))))));

        assertThat(AskedOf.filter(filter))
                .containsExactly(
                        new Asked(code("a"), Operator.NOT_IN),
                        new Asked(code("b"), Operator.LESS),
                        new Asked(code("b"), Operator.GREATER_OR_EQUAL),
                        new Asked(code("c"), Operator.LIKE),
                        new Asked(code("d"), Operator.IS_NOT_EMPTY));
    }

    @Test
    void learnsFromTheDatabaseWhatAQueryCost() {
        AppDefinition attendance = Attendance.app(STORES.get().apps().nextId()).saveIn(STORES.get());
        List<AppRecord> records = new ArrayList<>();
        for (int i = 1; i <= 1500; i++) {
            records.add(aRecord(attendance, i).with("kana", text("カナ" + i)).build());
        }
        STORES.get().records().insert(attendance, records);
        try (MongoClient client = STORES.client()) {
            MongoAccess mongo = new MongoAccess(new MongoTemplate(client, STORES.database()));
            QueryWatch eager = new QueryWatch(clock, Duration.ZERO, Runnable::run);
            MongoRecordStore store = new MongoRecordStore(mongo, new Counters(mongo), eager);

            Filter one = new Filter.Equal(code("kana"), text("カナ700"));
            store.count(attendance, one);
            store.count(attendance, Filter.EVERYTHING);

            assertThat(eager.of(attendance.id())).singleElement().satisfies(advice -> {
                assertThat(advice.examined()).isEqualTo(1500);
                assertThat(advice.found()).isEqualTo(1);
                assertThat(advice.filter()).containsExactly(new Asked(code("kana"), Operator.EQUAL));
            });
        }
    }
}
