package org.mimamori.engine.record;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.query.Filter;
import org.mimamori.engine.query.ResolvedQuery;

/**
 * Port: where records are kept. Knows no rights; only the record package may use it. Calls inside
 * {@link org.mimamori.engine.change.Transactions} take part in the transaction.
 */
public interface RecordStore {

    /** Records in order; only the named fields' values, or all for null. */
    List<AppRecord> find(AppDefinition app, ResolvedQuery query, @Nullable Set<FieldCode> fields);

    long count(AppDefinition app, Filter filter);

    Optional<AppRecord> find(AppDefinition app, long id, Filter filter);

    List<AppRecord> findAll(AppDefinition app, List<Long> ids, Filter filter);

    /** Keeps new records; their numbers and row ids are already taken from {@link #takeNumbers}. */
    void insert(AppDefinition app, List<AppRecord> records);

    /**
     * Replaces a record's values if its revision is still the one given.
     *
     * @return whether it was
     */
    boolean update(AppDefinition app, AppRecord record, long revision);

    /** Sets values without a new revision: what the platform itself brings up to date (calculated fields). */
    void refresh(AppDefinition app, long id, Map<FieldCode, Value> values);

    /** {@link #refresh} for many records. */
    default void refreshAll(AppDefinition app, Map<Long, Map<FieldCode, Value>> values) {
        values.forEach((id, changes) -> refresh(app, id, changes));
    }

    /**
     * Removes a record if its revision is still the one given.
     *
     * @return whether it was
     */
    boolean delete(AppDefinition app, long id, long revision);

    /** The first of {@code count} consecutive record numbers that no record of the app has had. */
    long takeNumbers(AppDefinition app, int count);

    /** The first of {@code count} consecutive row ids, unique in the installation. */
    long takeRowIds(int count);

    /** The next number of an automatic numbering, counted from 1 per prefix. */
    long takeSequence(AppDefinition app, FieldCode field, String prefix);

    /** Smallest, largest, sum, average or count of a field over the records that meet the filter; blank for none. */
    Value aggregate(AppDefinition app, Filter filter, Aggregate function, @Nullable FieldCode of);

    /** What {@link #aggregate} can take. */
    enum Aggregate {
        COUNT,
        SUM,
        MIN,
        MAX,
        AVERAGE
    }
}
