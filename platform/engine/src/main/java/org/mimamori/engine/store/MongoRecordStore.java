package org.mimamori.engine.store;

import com.mongodb.ExplainVerbosity;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoIterable;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.query.Filter;
import org.mimamori.engine.query.ResolvedQuery;
import org.mimamori.engine.query.SortKey;
import org.mimamori.engine.record.AppRecord;
import org.mimamori.engine.record.RecordStore;

/** Records in MongoDB: one collection per app, one document per record; see {@link RecordLayout}. */
final class MongoRecordStore implements RecordStore {

    private final MongoAccess mongo;
    private final Counters counters;
    private final RecordAggregates aggregates;
    private final QueryWatch watch;
    private final BinnedValues binned;
    private final Layouts layouts = new Layouts();

    MongoRecordStore(MongoAccess mongo, Counters counters, QueryWatch watch) {
        this.watch = watch;
        this.mongo = mongo;
        this.counters = counters;
        this.aggregates = new RecordAggregates(mongo);
        this.binned = new BinnedValues(mongo);
    }

    @Override
    public List<AppRecord> find(AppDefinition app, ResolvedQuery query, @Nullable Set<FieldCode> fields) {
        // To the database, a limit of 0 is no limit.
        if (query.limit() == 0) {
            return List.of();
        }
        RecordLayout layout = layouts.of(app);
        Document condition = MongoFilter.of(layout, query.filter());
        Document projection = Projection.of(layout, fields);
        if (VeiledSorting.isNeeded(query.sort())) {
            List<Document> stages = new VeiledSorting(Places.of(layout)).pipeline(condition, query, projection);
            return mongo.get(layout.collection(), c -> read(layout, c.aggregate(stages)));
        }
        Document order = Sorting.of(Places.of(layout), query.sort());
        Function<MongoCollection<Document>, FindIterable<Document>> find =
                c -> c.find(condition).sort(order).skip(query.offset()).limit(query.limit());
        long start = System.nanoTime();
        List<AppRecord> found =
                mongo.get(layout.collection(), c -> read(layout, find.apply(c).projection(projection)));
        watched(layout, query.filter(), query.sort(), start, find);
        return found;
    }

    private void watched(
            RecordLayout layout,
            Filter filter,
            List<SortKey> sort,
            long start,
            Function<MongoCollection<Document>, FindIterable<Document>> find) {
        watch.ran(
                layout.app(),
                filter,
                sort,
                Duration.ofNanos(System.nanoTime() - start),
                () -> examined(layout.collection(), find));
    }

    private QueryWatch.Examined examined(
            String collection, Function<MongoCollection<Document>, FindIterable<Document>> find) {
        Document explained = mongo.get(collection, c -> find.apply(c).explain(ExplainVerbosity.EXECUTION_STATS));
        Document cost = explained.get("executionStats", new Document());
        long examined = Math.max(number(cost, "totalKeysExamined"), number(cost, "totalDocsExamined"));
        return new QueryWatch.Examined(examined, number(cost, "nReturned"));
    }

    private static long number(Document cost, String name) {
        return cost.get(name, Number.class) instanceof Number number ? number.longValue() : 0;
    }

    @Override
    public long count(AppDefinition app, Filter filter) {
        RecordLayout layout = layouts.of(app);
        Document condition = MongoFilter.of(layout, filter);
        long start = System.nanoTime();
        long count = mongo.get(layout.collection(), c -> c.countDocuments(condition));
        watched(layout, filter, List.of(), start, c -> c.find(condition));
        return count;
    }

    @Override
    public Optional<AppRecord> find(AppDefinition app, long id, Filter filter) {
        return findAll(app, List.of(id), filter).stream().findFirst();
    }

    /** The records in the order of the numbers. */
    @Override
    public List<AppRecord> findAll(AppDefinition app, List<Long> ids, Filter filter) {
        if (ids.isEmpty()) {
            return List.of();
        }
        RecordLayout layout = layouts.of(app);
        Document among = ids.size() == 1
                ? byNumber(ids.getFirst())
                : new Document(
                        RecordLayout.NUMBER,
                        new Document("$in", ids.stream().distinct().toList()));
        Document condition = Logic.all(List.of(among, MongoFilter.of(layout, filter)));
        Map<Long, AppRecord> found = new HashMap<>();
        mongo.get(layout.collection(), c -> read(layout, c.find(condition).projection(Projection.of(layout, null))))
                .forEach(record -> found.put(record.id(), record));
        return ids.stream().distinct().map(found::get).filter(Objects::nonNull).toList();
    }

    private static List<AppRecord> read(RecordLayout layout, MongoIterable<Document> documents) {
        RecordCodec codec = new RecordCodec(layout);
        List<AppRecord> records = new ArrayList<>();
        documents.forEach(document -> records.add(codec.read(document)));
        return records;
    }

    @Override
    public void insert(AppDefinition app, List<AppRecord> records) {
        if (records.isEmpty()) {
            return;
        }
        RecordLayout layout = layouts.of(app);
        RecordCodec codec = new RecordCodec(layout);
        List<Document> documents = records.stream().map(codec::write).toList();
        DuplicateKeys.named(layout, () -> mongo.get(layout.collection(), c -> c.insertMany(documents)));
    }

    @Override
    public boolean update(AppDefinition app, AppRecord record, long revision) {
        RecordLayout layout = layouts.of(app);
        Document document = new RecordCodec(layout).write(record);
        binned.carryInto(layout, document, at(record.id(), revision));
        return DuplicateKeys.named(
                layout,
                () -> mongo.get(
                        layout.collection(),
                        c -> c.replaceOne(at(record.id(), revision), document).getMatchedCount() == 1));
    }

    @Override
    public void refresh(AppDefinition app, long id, Map<FieldCode, Value> values) {
        refreshAll(app, Map.of(id, values));
    }

    @Override
    public void refreshAll(AppDefinition app, Map<Long, Map<FieldCode, Value>> values) {
        RecordLayout layout = layouts.of(app);
        Map<Long, AppRecord> whole = wholeRecords(layout, values);
        List<WriteModel<Document>> writes = new ArrayList<>();
        values.forEach((id, changes) -> {
            AppRecord before = whole.get(id);
            Document update = before == null
                    ? RecordRefresh.of(layout, changes)
                    : RecordRefresh.of(layout, changes, before.with(changes));
            if (!update.isEmpty()) {
                writes.add(new UpdateOneModel<>(byNumber(id), update));
            }
        });
        if (!writes.isEmpty()) {
            BulkWriteOptions inAnyOrder = new BulkWriteOptions().ordered(false);
            DuplicateKeys.named(layout, () -> mongo.get(layout.collection(), c -> c.bulkWrite(writes, inAnyOrder)));
        }
    }

    /** The records whose keys of several fields change with the values; of those, all fields are needed. */
    private Map<Long, AppRecord> wholeRecords(RecordLayout layout, Map<Long, Map<FieldCode, Value>> values) {
        List<Long> touched = values.entrySet().stream()
                .filter(entry ->
                        RecordRefresh.touchesKeys(layout, entry.getValue().keySet()))
                .map(Map.Entry::getKey)
                .toList();
        Map<Long, AppRecord> whole = new HashMap<>();
        findAll(layout.app(), touched, Filter.EVERYTHING).forEach(record -> whole.put(record.id(), record));
        return whole;
    }

    @Override
    public boolean delete(AppDefinition app, long id, long revision) {
        return mongo.get(
                RecordLayout.collection(app.id()),
                c -> c.deleteOne(at(id, revision)).getDeletedCount() == 1);
    }

    private static Document byNumber(long id) {
        return new Document(RecordLayout.NUMBER, id);
    }

    private static Document at(long id, long revision) {
        return byNumber(id).append(RecordLayout.REVISION, revision);
    }

    @Override
    public long takeNumbers(AppDefinition app, int count) {
        return counters.takeForRecords(app.id(), count);
    }

    @Override
    public long takeRowIds(int count) {
        return counters.take(Counters.ROWS, count);
    }

    @Override
    public long takeSequence(AppDefinition app, FieldCode field, String prefix) {
        return counters.take("sequence:" + app.id() + ":" + app.fieldId(field) + ":" + prefix, 1);
    }

    @Override
    public Value aggregate(AppDefinition app, Filter filter, Aggregate function, @Nullable FieldCode of) {
        return aggregates.take(layouts.of(app), filter, function, of);
    }
}
