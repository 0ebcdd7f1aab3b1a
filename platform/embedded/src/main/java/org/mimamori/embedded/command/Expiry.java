package org.mimamori.embedded.command;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.mimamori.embedded.filter.FieldPath;
import org.mimamori.embedded.filter.Filter;
import org.mimamori.embedded.filter.ValueTest;
import org.mimamori.embedded.order.SortOrder;
import org.mimamori.embedded.plan.Deadline;
import org.mimamori.embedded.plan.Finder;
import org.mimamori.embedded.plan.Query;
import org.mimamori.embedded.store.IndexDefinition;
import org.mimamori.embedded.store.IndexView;
import org.mimamori.embedded.store.ReadView;
import org.mimamori.embedded.store.Store;
import org.mimamori.embedded.store.TableView;
import org.mimamori.embedded.store.WriteUnit;

/** Deletes the records whose time is over, by the indexes that say so. */
public final class Expiry {

    /** So many at a time, so that writers need not wait long. */
    private static final int BATCH = 500;

    private final Store store;
    private final Clock clock;

    public Expiry(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public void run() {
        try (ReadView view = store.read()) {
            for (TableView table : view.snapshot().all().values()) {
                for (IndexView index : table.indexes()) {
                    if (index.definition().expireAfterSeconds() != null) {
                        expire(table, index.definition(), index.definition().expireAfterSeconds());
                    }
                }
            }
        }
    }

    private void expire(TableView table, IndexDefinition index, long seconds) {
        Instant limit = Instant.ofEpochMilli(clock.millis()).minusSeconds(seconds);
        ValueTest over = new ValueTest.Compare(ValueTest.Relation.LESS_OR_EQUAL, limit);
        Filter filter = new Filter.Field(FieldPath.of(index.parts().getFirst().path()), over);
        if (index.partial() != null) {
            filter = new Filter.And(List.of(filter, org.mimamori.embedded.filter.FilterParser.parse(index.partial())));
        }
        Query query = new Query(filter, SortOrder.NONE, 0, BATCH);
        boolean more = new Finder(table, query, Deadline.NEVER).rows().hasNext();
        while (more) {
            try (WriteUnit unit = store.write()) {
                more = new Writer(unit, table.namespace()).delete(query, Deadline.NEVER) == BATCH;
                unit.commit();
            }
        }
    }
}
