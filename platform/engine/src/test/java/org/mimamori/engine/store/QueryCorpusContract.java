package org.mimamori.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.query.Condition;
import org.mimamori.engine.query.CorpusRecord;
import org.mimamori.engine.query.FilterTest;
import org.mimamori.engine.query.Query;
import org.mimamori.engine.query.QueryCorpus;
import org.mimamori.engine.query.QueryLimits;
import org.mimamori.engine.query.QueryResolver;
import org.mimamori.engine.query.RandomConditions;
import org.mimamori.engine.query.ResolvedQuery;
import org.mimamori.engine.record.AppRecord;

/** The query corpus, answered by the database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class QueryCorpusContract extends QueryCorpus {

    private Optional<AppDefinition> kept = Optional.empty();

    protected abstract MongoStores stores();

    @BeforeEach
    void keepTheRecords() {
        if (kept.isEmpty()) {
            AppDefinition app = AppBuilder.anApp(stores().apps().nextId(), "WATCH")
                    .withFields(app().fields())
                    .saveIn(stores());
            stores().records()
                    .insert(
                            app,
                            app().records().stream().map(r -> record(app, r)).toList());
            kept = Optional.of(app);
        }
    }

    @Test
    void findsForMadeUpConditionsWhatTheTestInMemoryFinds() {
        RandomConditions made = new RandomConditions(new Random(15), app());
        QueryResolver resolver = new QueryResolver(app().scope(), app().askedBy("nursery01"));
        for (int i = 0; i < 300; i++) {
            Condition condition = made.condition(3);
            ResolvedQuery query = resolver.resolve(Query.of(condition), QueryLimits.API);
            assertThat(ids(query)).as(condition.text()).isEqualTo(inMemory(query));
        }
    }

    private static List<Long> inMemory(ResolvedQuery query) {
        return app().records().stream()
                .filter(record -> FilterTest.holds(query.filter(), record::value, app().scope()::field))
                .map(CorpusRecord::id)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private static AppRecord record(AppDefinition app, CorpusRecord record) {
        return RecordBuilder.aRecord(app, record.id())
                .with(record.values())
                .created(person(record, "作成者"), instant(record, "作成日時"))
                .updated(person(record, "更新者"), instant(record, "更新日時"))
                .build();
    }

    private static EntityRef person(CorpusRecord record, String code) {
        return record.value(new FieldCode(code)) instanceof Value.Entity(EntityRef ref) ? ref : missing(record, code);
    }

    private static Instant instant(CorpusRecord record, String code) {
        return record.value(new FieldCode(code)) instanceof Value.Moment(var instant) ? instant : missing(record, code);
    }

    private static <T> T missing(CorpusRecord record, String code) {
        throw new IllegalStateException("record " + record.id() + " of the corpus lacks " + code);
    }

    @Override
    protected List<Long> ids(ResolvedQuery query) {
        return stores().records().find(kept.orElseThrow(), query, null).stream()
                .map(AppRecord::id)
                .toList();
    }
}
