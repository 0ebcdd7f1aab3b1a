package org.mimamori.embedded.plan;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.mimamori.embedded.bson.BsonReader;
import org.mimamori.embedded.bson.FieldTree;

/** What several plans find, each record once. */
final class Union {

    private final List<Reading> readings;
    private final Query query;
    private final boolean disjoint;

    /**
     * @param readings each for a branch of the query, for as many records as the query may want of it
     * @param disjoint whether no two of them can find the same record
     */
    Union(List<Reading> readings, Query query, boolean disjoint) {
        this.readings = readings;
        this.query = query;
        this.disjoint = disjoint;
    }

    Iterator<Row> rows() {
        Entries.Seen seen = new Entries.Seen();
        Stream<Row> rows = (query.sort().isNone() ? inTurn() : merged())
                .filter(row -> disjoint || seen.isNew(row.key()))
                .skip(query.skip());
        return query.limit() == 0 ? rows.iterator() : rows.limit(query.limit()).iterator();
    }

    long count(long enough) {
        if (disjoint) {
            return readings.stream().mapToLong(reading -> reading.count(enough)).sum();
        }
        Entries.Seen seen = new Entries.Seen();
        long found = 0;
        for (Reading reading : readings) {
            for (Matches matches = reading.matches(); found < enough && matches.advance(); ) {
                found += seen.isNew(matches.key()) ? 1 : 0;
            }
        }
        return found;
    }

    private Stream<Row> inTurn() {
        return readings.stream().flatMap(reading -> stream(reading.rows()));
    }

    /** One of the plans being read, and what it gives next. */
    private record Lane(Row head, byte[] place, int turn, Iterator<Row> rest) {}

    private static final Comparator<Lane> BY_PLACE =
            Comparator.comparing(Lane::place, Arrays::compareUnsigned).thenComparingInt(Lane::turn);

    private Stream<Row> merged() {
        FieldTree fields = FieldTree.of(query.sort().paths());
        PriorityQueue<Lane> lanes = new PriorityQueue<>(BY_PLACE);
        for (int i = 0; i < readings.size(); i++) {
            push(lanes, readings.get(i).rows(), i, fields);
        }
        return stream(new Iterator<>() {
            @Override
            public boolean hasNext() {
                return !lanes.isEmpty();
            }

            @Override
            public Row next() {
                Lane lane = lanes.remove();
                push(lanes, lane.rest(), lane.turn(), fields);
                return lane.head();
            }
        });
    }

    private void push(PriorityQueue<Lane> lanes, Iterator<Row> rows, int turn, FieldTree fields) {
        if (rows.hasNext()) {
            Row head = rows.next();
            lanes.add(new Lane(head, query.sort().key(BsonReader.read(head.document(), fields)), turn, rows));
        }
    }

    private static Stream<Row> stream(Iterator<Row> rows) {
        Iterable<Row> iterable = () -> rows;
        return StreamSupport.stream(iterable.spliterator(), false);
    }
}
