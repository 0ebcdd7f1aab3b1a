package org.mimamori.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.query.CorpusApp;
import org.mimamori.engine.query.Filter;
import org.mimamori.engine.query.FilterTest;
import org.mimamori.engine.query.RecordOrder;
import org.mimamori.engine.query.ResolvedQuery;
import org.mimamori.engine.query.SortKey;
import org.mimamori.engine.record.AppRecord;

/** The database and the test in memory give the same answer to whatever can be asked. */
abstract class FilterDifferentialContract {

    private static final int RECORDS = 80;
    private static final int FILTERS = 600;

    protected abstract MongoStores stores();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void answersAsTheTestInMemoryDoes(long seed) {
        Random random = new Random(seed);
        AppDefinition app = AppBuilder.anApp(stores().apps().nextId(), "watch" + seed)
                .withFields(CorpusApp.read().fields())
                .saveIn(stores());
        RandomRecords made = new RandomRecords(random);
        List<AppRecord> records = LongStream.rangeClosed(1, RECORDS)
                .mapToObj(id -> made.record(app, id))
                .toList();
        stores().records().insert(app, records);
        RandomFilters filters = new RandomFilters(random, app);
        int hits = 0;
        for (int i = 0; i < FILTERS; i++) {
            Filter filter = filters.filter();
            List<SortKey> sort = filters.sort();
            List<Long> expected = inMemory(app, records, filter, sort);
            assertThat(find(app, filter, sort))
                    .as("seed %d, %s by %s as %s", seed, filter, sort, MongoFilter.of(RecordLayout.of(app), filter))
                    .isEqualTo(expected);
            assertThat(stores().records().count(app, filter))
                    .as("count of %s", filter)
                    .isEqualTo(expected.size());
            hits += expected.isEmpty() || expected.size() == RECORDS ? 0 : 1;
        }
        assertThat(hits).as("filters that find some and not all").isGreaterThan(FILTERS / 4);
    }

    private List<Long> find(AppDefinition app, Filter filter, List<SortKey> sort) {
        return stores().records().find(app, new ResolvedQuery(filter, sort, RECORDS, 0), null).stream()
                .map(AppRecord::id)
                .toList();
    }

    private static List<Long> inMemory(AppDefinition app, List<AppRecord> records, Filter filter, List<SortKey> sort) {
        Comparator<Function<FieldCode, Value>> order = new RecordOrder(sort, app.fields()::field);
        return records.stream()
                .filter(record ->
                        FilterTest.holds(filter, code -> RandomRecords.seen(app, record, code), app.fields()::field))
                .sorted((left, right) -> order.compare(
                        code -> RandomRecords.seen(app, left, code), code -> RandomRecords.seen(app, right, code)))
                .map(AppRecord::id)
                .toList();
    }
}
