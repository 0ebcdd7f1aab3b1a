package org.mimamori.embedded.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import org.mimamori.embedded.bson.BsonReader;
import org.mimamori.embedded.bson.FieldTree;
import org.mimamori.embedded.store.TableView;

/** One plan being carried out for one query. */
final class Reading {

    private final TableView table;
    private final Query query;
    private final Plan plan;
    private final Deadline deadline;
    private final Work work;

    Reading(TableView table, Query query, Plan plan, Deadline deadline, Work work) {
        this.table = table;
        this.query = query;
        this.plan = plan;
        this.deadline = deadline;
        this.work = work;
    }

    Iterator<Row> rows() {
        if (!plan.ordered()) {
            return limited(skipped(sorted()));
        }
        return Entries.canSkip(plan)
                ? limited(matches(query.skip()).rows(0))
                : limited(matches(0).rows(query.skip()));
    }

    Matches matches() {
        return matches(0);
    }

    private Matches matches(long passed) {
        return new Matches(table, plan, query.filter(), deadline, work, passed);
    }

    /** How many there are, or at least so many as would be enough. */
    long count(long enough) {
        if (plan.exact() && !plan.repeats()) {
            return plan.rows();
        }
        long found = 0;
        for (Matches matches = matches(0); found < enough && matches.advance(); ) {
            found++;
        }
        return found;
    }

    private Iterator<Row> skipped(Iterator<Row> rows) {
        for (long i = 0; i < query.skip() && rows.hasNext(); i++) {
            rows.next();
        }
        return rows;
    }

    private Iterator<Row> limited(Iterator<Row> rows) {
        return query.limit() == 0 ? rows : new Limited<>(rows, query.limit());
    }

    /** A row with the bytes that say where it goes. */
    private record Placed(byte[] place, long arrival, Row row) {}

    private static final Comparator<Placed> BY_PLACE =
            Comparator.comparing(Placed::place, Arrays::compareUnsigned).thenComparingLong(Placed::arrival);

    private Iterator<Row> sorted() {
        long wanted = query.limit() == 0 ? Long.MAX_VALUE : query.skip() + query.limit();
        FieldTree fields = FieldTree.of(query.sort().paths());
        PriorityQueue<Placed> best = new PriorityQueue<>(BY_PLACE.reversed());
        List<Placed> all = new ArrayList<>();
        long arrival = 0;
        for (Matches matches = matches(0); matches.advance(); ) {
            byte[] place = query.sort().key(BsonReader.read(matches.document(), fields));
            Placed placed = new Placed(place, arrival++, new Row(matches.key(), matches.document()));
            if (wanted > 10_000) {
                all.add(placed);
            } else {
                keepBest(best, placed, wanted);
            }
        }
        all.addAll(best);
        all.sort(BY_PLACE);
        return all.stream().map(Placed::row).iterator();
    }

    private static void keepBest(PriorityQueue<Placed> best, Placed placed, long wanted) {
        if (best.size() < wanted) {
            best.add(placed);
        } else if (BY_PLACE.compare(placed, best.element()) < 0) {
            best.remove();
            best.add(placed);
        }
    }
}
