package org.mimamori.embedded.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.bson.BsonReader;
import org.mimamori.embedded.bson.FieldTree;
import org.mimamori.embedded.store.SortedBytes.Entry;
import org.mimamori.embedded.store.TableView;

/** Runs one query on one view of a collection. */
public final class Finder {

    private final TableView table;
    private final Query query;
    private final Deadline deadline;
    private final Plan plan;
    private final Work work = new Work();

    public Finder(TableView table, Query query, Deadline deadline) {
        this.table = table;
        this.query = query;
        this.deadline = deadline;
        long wanted = query.limit() == 0 ? 0 : query.skip() + query.limit();
        this.plan = Planner.plan(table, query.filter(), query.sort(), wanted);
    }

    public Work work() {
        return work;
    }

    /** How the query is run, in the words of {@code explain}. */
    public Document explain() {
        return Explanation.of(plan, query);
    }

    /** The records found, read as they are asked for. */
    public Iterator<Row> rows() {
        if (!plan.ordered()) {
            return page(sorted(), query.skip());
        }
        if (Entries.canSkip(plan)) {
            return page(matches(query.skip()), 0);
        }
        return page(matches(0), query.skip());
    }

    /** How many records match, after skip and limit. */
    public long count() {
        long found = plan.exact() && !plan.repeats() ? plan.rows() : countMatches();
        long left = Math.max(0, found - query.skip());
        return query.limit() == 0 ? left : Math.min(left, query.limit());
    }

    private long countMatches() {
        long enough = query.limit() == 0 ? Long.MAX_VALUE : query.skip() + query.limit();
        long found = 0;
        for (Iterator<Row> rows = matches(0); found < enough && rows.hasNext(); rows.next()) {
            found++;
        }
        return found;
    }

    private Iterator<Row> page(Iterator<Row> rows, long skip) {
        for (long i = 0; i < skip && rows.hasNext(); i++) {
            rows.next();
        }
        return query.limit() == 0 ? rows : new Limited(rows, query.limit());
    }

    private Iterator<Row> matches(long skip) {
        return new Matches(Entries.of(plan, skip));
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
        for (Iterator<Row> rows = matches(0); rows.hasNext(); ) {
            Row row = rows.next();
            byte[] place = query.sort().key(BsonReader.read(row.document(), fields));
            Placed placed = new Placed(place, arrival++, row);
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

    private final class Matches implements Iterator<Row> {

        private final Iterator<Entry> entries;
        private final FieldTree fields = query.filter().fields();
        private final Entries.@Nullable Seen seen = plan.repeats() ? new Entries.Seen() : null;
        private @Nullable Row next;

        Matches(Iterator<Entry> entries) {
            this.entries = entries;
        }

        @Override
        public boolean hasNext() {
            while (next == null && entries.hasNext()) {
                next = match(entries.next());
            }
            return next != null;
        }

        private @Nullable Row match(Entry entry) {
            deadline.step();
            byte[] key = plan.source().recordKey(entry.key());
            if (!plan.source().isData()) {
                work.countKey();
            }
            if (seen != null && !seen.isNew(key)) {
                return null;
            }
            byte[] document = plan.source().isData() ? entry.value() : fetch(key);
            work.countDocument();
            boolean matches = plan.exact() || query.filter().matches(BsonReader.read(document, fields));
            return matches ? new Row(key, document) : null;
        }

        private byte[] fetch(byte[] key) {
            byte[] document = table.data().get(key);
            if (document == null) {
                throw new IllegalStateException("index " + plan.source().name() + " names a record that is not there");
            }
            return document;
        }

        @Override
        public Row next() {
            Row row = hasNext() ? next : null;
            if (row == null) {
                throw new NoSuchElementException();
            }
            next = null;
            return row;
        }
    }

    private static final class Limited implements Iterator<Row> {

        private final Iterator<Row> rows;
        private long left;

        Limited(Iterator<Row> rows, long limit) {
            this.rows = rows;
            this.left = limit;
        }

        @Override
        public boolean hasNext() {
            return left > 0 && rows.hasNext();
        }

        @Override
        public Row next() {
            left--;
            return rows.next();
        }
    }
}
