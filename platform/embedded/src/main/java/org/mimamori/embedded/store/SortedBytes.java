package org.mimamori.embedded.store;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.RootReference;
import org.jspecify.annotations.Nullable;

/** A sorted map of bytes as it was at one moment. Later writes do not show in it. */
public final class SortedBytes extends MVMap<byte[], byte[]> implements SortedKeys {

    private final RootReference<byte[], byte[]> root;

    SortedBytes(MVMap<byte[], byte[]> live) {
        super(live);
        this.root = live.flushAndGetRoot();
    }

    @Override
    public RootReference<byte[], byte[]> getRoot() {
        return root;
    }

    @Override
    public RootReference<byte[], byte[]> flushAndGetRoot() {
        return root;
    }

    @Override
    public SortedBytes stored() {
        return this;
    }

    @Override
    public long size(byte @Nullable [] from, byte @Nullable [] to) {
        return Math.max(0, endRank(to) - firstRank(from));
    }

    private long firstRank(byte @Nullable [] from) {
        return from == null ? 0 : rank(from);
    }

    private long endRank(byte @Nullable [] to) {
        return to == null ? sizeAsLong() : rank(to);
    }

    /** How many keys are less than this one. */
    private long rank(byte[] key) {
        long index = getKeyIndex(key);
        return index < 0 ? -index - 1 : index;
    }

    @Override
    public Iterator<Entry> entriesAfter(long count, byte @Nullable [] from, byte @Nullable [] to, boolean reverse) {
        if (count >= size(from, to)) {
            return Collections.emptyIterator();
        }
        return reverse
                ? entries(from, getKey(endRank(to) - count), true)
                : entries(getKey(firstRank(from) + count), to, false);
    }

    @Override
    public Iterator<Entry> entries(byte @Nullable [] from, byte @Nullable [] to, boolean reverse) {
        if (reverse) {
            byte[] last = to == null ? lastKey() : lowerKey(to);
            return last == null ? new Entries(null, from, true) : new Entries(cursor(last, null, true), from, true);
        }
        return new Entries(cursor(from, null, false), to, false);
    }

    /** One entry. */
    public record Entry(byte[] key, byte[] value) {}

    private final class Entries implements Iterator<Entry> {

        private final @Nullable Cursor<byte[], byte[]> cursor;
        private final byte @Nullable [] limit;
        private final boolean reverse;
        private @Nullable Entry next;

        Entries(@Nullable Cursor<byte[], byte[]> cursor, byte @Nullable [] limit, boolean reverse) {
            this.cursor = cursor;
            this.limit = limit;
            this.reverse = reverse;
            this.next = advance();
        }

        private @Nullable Entry advance() {
            if (cursor == null || !cursor.hasNext()) {
                return null;
            }
            byte[] key = cursor.next();
            return isPast(key) ? null : new Entry(key, cursor.getValue());
        }

        private boolean isPast(byte[] key) {
            if (limit == null) {
                return false;
            }
            int comparison = BytesType.INSTANCE.compare(key, limit);
            return reverse ? comparison < 0 : comparison >= 0;
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Entry next() {
            Entry result = next;
            if (result == null) {
                throw new NoSuchElementException();
            }
            next = advance();
            return result;
        }
    }
}
