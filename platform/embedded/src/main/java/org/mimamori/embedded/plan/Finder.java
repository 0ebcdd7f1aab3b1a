package org.mimamori.embedded.plan;

import java.util.Iterator;
import java.util.List;
import org.bson.Document;
import org.mimamori.embedded.store.TableView;

/** Runs one query on one view of a collection. */
public final class Finder {

    private final TableView table;
    private final Query query;
    private final Deadline deadline;
    private final Work work = new Work();

    public Finder(TableView table, Query query, Deadline deadline) {
        this.table = table;
        this.query = query;
        this.deadline = deadline;
    }

    public Work work() {
        return work;
    }

    /**
     * How the query is run, in the words of {@code explain}.
     *
     * @param counting whether records are counted instead of read
     */
    public Document explain(boolean counting) {
        return Explanation.of(choice(counting), query);
    }

    /** The records found, read as they are asked for. */
    public Iterator<Row> rows() {
        Choice choice = choice(false);
        return choice.isUnion()
                ? union(choice).rows()
                : reading(choice.parts().getFirst(), query).rows();
    }

    /** How many records match, after skip and limit. */
    public long count() {
        long enough = query.limit() == 0 ? Long.MAX_VALUE : query.skip() + query.limit();
        Choice choice = choice(true);
        long found = choice.isUnion()
                ? union(choice).count(enough)
                : reading(choice.parts().getFirst(), query).count(enough);
        long left = Math.max(0, found - query.skip());
        return query.limit() == 0 ? left : Math.min(left, query.limit());
    }

    /** What {@link #count} is thought to cost; the unit is one step through the documents. */
    public double costOfCount() {
        return choice(true).cost();
    }

    /** What it is thought to cost to read all of {@link #rows}. */
    public double costOfRows() {
        return choice(false).cost();
    }

    private Choice choice(boolean counting) {
        return Planner.choose(table, query, counting);
    }

    private Union union(Choice choice) {
        List<Reading> readings = choice.parts().stream()
                .map(part -> reading(part, query.branch(part.filter())))
                .toList();
        return new Union(readings, query, choice.disjoint());
    }

    private Reading reading(Choice.Part part, Query of) {
        return new Reading(table, of, part.plan(), deadline, work);
    }
}
