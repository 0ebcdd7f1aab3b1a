package org.mimamori.engine.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.query.CorpusRecord;
import org.mimamori.engine.query.QueryCorpus;
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
