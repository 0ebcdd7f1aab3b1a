package org.mimamori.embedded.plan;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Set;
import org.mimamori.embedded.store.SortedBytes.Entry;
import org.mimamori.embedded.store.SortedKeys;

/** Walks the entries of a plan's ranges, one range after another, or all at once where that keeps the order. */
final class Entries {

    private Entries() {}

    static Iterator<Entry> of(Plan plan, long skip) {
        List<Range> ranges = plan.ranges();
        if (ranges.size() > 1 && plan.ordered()) {
            return merged(plan);
        }
        return new InTurn(plan, skip);
    }

    /** Whether a number of entries can be passed over without reading them. */
    static boolean canSkip(Plan plan) {
        return plan.exact() && !plan.repeats() && (plan.ranges().size() == 1 || !plan.ordered());
    }

    private static Iterator<Entry> open(Plan plan, Range range) {
        return plan.source().map().entries(range.from(), range.to(), plan.reverse());
    }

    private static final class InTurn implements Iterator<Entry> {

        private final Plan plan;
        private final Iterator<Range> ranges;
        private Iterator<Entry> entries = Collections.emptyIterator();
        private long skip;

        InTurn(Plan plan, long skip) {
            this.plan = plan;
            this.skip = skip;
            this.ranges = plan.ranges().iterator();
        }

        @Override
        public boolean hasNext() {
            while (!entries.hasNext() && ranges.hasNext()) {
                entries = openNext(ranges.next());
            }
            return entries.hasNext();
        }

        private Iterator<Entry> openNext(Range range) {
            if (skip == 0) {
                return open(plan, range);
            }
            SortedKeys keys = plan.source().map();
            long passed = Math.min(skip, range.size(keys));
            skip -= passed;
            return keys.entriesAfter(passed, range.from(), range.to(), plan.reverse());
        }

        @Override
        public Entry next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return entries.next();
        }
    }

    /** One of several ranges being read side by side. */
    private record Lane(Iterator<Entry> entries, Entry head, int prefix) {}

    private static Iterator<Entry> merged(Plan plan) {
        Comparator<Lane> byRest = (a, b) -> Arrays.compareUnsigned(
                a.head().key(),
                a.prefix(),
                a.head().key().length,
                b.head().key(),
                b.prefix(),
                b.head().key().length);
        PriorityQueue<Lane> lanes = new PriorityQueue<>(plan.reverse() ? byRest.reversed() : byRest);
        for (Range range : plan.ranges()) {
            push(lanes, open(plan, range), range.prefix());
        }
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return !lanes.isEmpty();
            }

            @Override
            public Entry next() {
                Lane lane = lanes.remove();
                push(lanes, lane.entries(), lane.prefix());
                return lane.head();
            }
        };
    }

    private static void push(PriorityQueue<Lane> lanes, Iterator<Entry> entries, int prefix) {
        if (entries.hasNext()) {
            lanes.add(new Lane(entries, entries.next(), prefix));
        }
    }

    /** Remembers record keys, for an index in which a record may stand more than once. */
    static final class Seen {
        private final Set<ByteBuffer> keys = new HashSet<>();

        boolean isNew(byte[] key) {
            return keys.add(ByteBuffer.wrap(key));
        }
    }
}
