package org.mimamori.office;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.query.Filter;
import org.mimamori.engine.query.FilterTest;
import org.mimamori.engine.query.ResolvedQuery;
import org.mimamori.engine.record.AppRecord;
import org.mimamori.engine.record.RecordStore;

/** Records in memory, the newest first whatever order is asked for; knows no roll-ups. */
public final class MemoryRecordStore implements RecordStore {

    private final Map<Long, TreeMap<Long, AppRecord>> records = new HashMap<>();
    private final Map<String, Long> counters = new HashMap<>();

    /** All records of an app. */
    public synchronized List<AppRecord> all(AppDefinition app) {
        return List.copyOf(of(app).values());
    }

    private Stream<AppRecord> meeting(AppDefinition app, Filter filter) {
        return of(app).descendingMap().values().stream()
                .filter(record -> FilterTest.holds(filter, code -> record.value(app, code), code -> app.field(code)));
    }

    private TreeMap<Long, AppRecord> of(AppDefinition app) {
        return records.computeIfAbsent(app.id().value(), id -> new TreeMap<>());
    }

    @Override
    public synchronized List<AppRecord> find(AppDefinition app, ResolvedQuery query, @Nullable Set<FieldCode> fields) {
        return meeting(app, query.filter())
                .skip(query.offset())
                .limit(query.limit())
                .toList();
    }

    @Override
    public synchronized long count(AppDefinition app, Filter filter) {
        return meeting(app, filter).count();
    }

    @Override
    public synchronized Optional<AppRecord> find(AppDefinition app, long id, Filter filter) {
        return meeting(app, filter).filter(record -> record.id() == id).findFirst();
    }

    @Override
    public synchronized List<AppRecord> findAll(AppDefinition app, List<Long> ids, Filter filter) {
        return meeting(app, filter)
                .filter(record -> ids.contains(record.id()))
                .sorted(Comparator.comparing(AppRecord::id))
                .toList();
    }

    @Override
    public synchronized void insert(AppDefinition app, List<AppRecord> added) {
        added.forEach(record -> of(app).put(record.id(), record));
    }

    @Override
    public synchronized boolean update(AppDefinition app, AppRecord record, long revision) {
        AppRecord held = of(app).get(record.id());
        if (held == null || held.revision() != revision) {
            return false;
        }
        of(app).put(record.id(), record);
        return true;
    }

    @Override
    public synchronized void refresh(AppDefinition app, long id, Map<FieldCode, Value> values) {
        of(app).computeIfPresent(id, (key, held) -> held.with(values));
    }

    @Override
    public synchronized boolean delete(AppDefinition app, long id, long revision) {
        AppRecord held = of(app).get(id);
        return held != null && held.revision() == revision && of(app).remove(id, held);
    }

    @Override
    public synchronized long takeNumbers(AppDefinition app, int count) {
        return take("records of " + app.id(), count);
    }

    @Override
    public synchronized long takeRowIds(int count) {
        return take("rows", count);
    }

    @Override
    public synchronized long takeSequence(AppDefinition app, FieldCode field, String prefix) {
        return take(app.id() + " " + field + " " + prefix, 1);
    }

    private long take(String counter, int count) {
        return counters.merge(counter, (long) count, Long::sum) - count + 1;
    }

    @Override
    public Value aggregate(AppDefinition app, Filter filter, Aggregate function, @Nullable FieldCode of) {
        throw new UnsupportedOperationException("no roll-ups in memory");
    }
}
