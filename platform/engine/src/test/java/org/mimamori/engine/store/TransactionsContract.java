package org.mimamori.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mimamori.engine.store.RecordBuilder.aRecord;
import static org.mimamori.engine.store.RecordBuilder.code;
import static org.mimamori.engine.store.RecordBuilder.number;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.query.Filter;
import org.mimamori.engine.record.AppRecord;

/** What transactions over the stores do. */
abstract class TransactionsContract {

    private AppDefinition app;

    protected abstract MongoStores stores();

    @BeforeEach
    void makeTheApp() {
        app = Attendance.app(stores().apps().nextId()).saveIn(stores());
    }

    private void insert(long... ids) {
        for (long id : ids) {
            stores().records()
                    .insert(
                            app,
                            List.of(aRecord(app, id)
                                    .with("minutes", number("0"))
                                    .build()));
        }
    }

    private long count() {
        return stores().records().count(app, Filter.EVERYTHING);
    }

    @Test
    void keepsAllOfTheWork() {
        String answer = stores().transactions().run(() -> {
            insert(1, 2);
            return "kept";
        });

        assertThat(answer).isEqualTo("kept");
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void keepsNothingOfWorkThatFails() {
        assertThatThrownBy(() -> stores().transactions().run(() -> {
                    insert(1, 2);
                    throw new IllegalStateException("the third is broken");
                }))
                .hasMessage("the third is broken");

        assertThat(count()).isZero();
    }

    @Test
    void seesWhatItHasWrittenItself() {
        long seen = stores().transactions().run(() -> {
            insert(1);
            return count();
        });

        assertThat(seen).isEqualTo(1);
    }

    @Test
    void hidesWhatItHasWrittenFromOthersUntilTheEnd() throws ExecutionException, InterruptedException {
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            stores().transactions().run(() -> {
                insert(1);
                assertThat(get(other.submit(this::count))).isZero();
                return true;
            });
            assertThat(other.submit(this::count).get()).isEqualTo(1);
        }
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void joinsTheTransactionAroundIt() {
        assertThatThrownBy(() -> stores().transactions().run(() -> {
                    stores().transactions().run(() -> {
                        insert(1);
                        return true;
                    });
                    throw new IllegalStateException("after the inner one");
                }))
                .hasMessage("after the inner one");

        assertThat(count()).isZero();
    }

    @Test
    void losesNoneOfTheWritesThatCollide() {
        insert(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> writes = IntStream.range(0, 24)
                    .mapToObj(i -> threads.submit(() -> stores().transactions().run(this::addOneMinute)))
                    .toList();
            assertThat(writes).allMatch(TransactionsContract::get);
        }

        assertThat(stores().records()
                        .find(app, 1, Filter.EVERYTHING)
                        .orElseThrow()
                        .value(code("minutes")))
                .isEqualTo(number("24"));
    }

    /** Reads and writes back: lost if two did it at once. */
    private boolean addOneMinute() {
        AppRecord record = stores().records().find(app, 1, Filter.EVERYTHING).orElseThrow();
        BigDecimal minutes = ((Value.Decimal) record.value(code("minutes"))).number();
        Value more = new Value.Decimal(minutes.add(BigDecimal.ONE));
        stores().records().refresh(app, 1, Map.of(code("minutes"), more));
        return true;
    }

    @Test
    void refusesToMakeIndexesInsideATransaction() {
        assertThatThrownBy(() -> stores().transactions().run(() -> {
                    stores().apps().save(AppBuilder.stored(app), app);
                    return true;
                }))
                .hasMessageContaining("transaction");
    }
}
