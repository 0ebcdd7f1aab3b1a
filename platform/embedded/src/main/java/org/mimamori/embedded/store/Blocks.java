package org.mimamori.embedded.store;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.store.SortedBytes.Entry;

/** The index entries that a map holds in {@linkplain Block blocks}. */
record Blocks(SortedBytes stored) implements SortedKeys {

    /** So many are counted; of the others only the number is known, without looking into them. */
    private static final int COUNTED = 64;

    @Override
    public Iterator<Entry> entries(byte @Nullable [] from, byte @Nullable [] to, boolean reverse) {
        return new Entries(stored.entries(floor(from), to, reverse), from, to, reverse);
    }

    /** The block in which the bound may lie, or else the bound. */
    private byte @Nullable [] floor(byte @Nullable [] from) {
        byte[] block = from == null ? null : stored.floorKey(from);
        return block == null ? from : block;
    }

    @Override
    public long size(byte @Nullable [] from, byte @Nullable [] to) {
        byte[] start = floor(from);
        long size = 0;
        int counted = 0;
        Iterator<Entry> blocks = stored.entries(start, to, false);
        while (blocks.hasNext() && counted < COUNTED) {
            size += within(block(blocks.next()), from, to).count();
            counted++;
        }
        return blocks.hasNext() ? size * stored.size(start, to) / counted : size;
    }

    @Override
    public Iterator<Entry> entriesAfter(long count, byte @Nullable [] from, byte @Nullable [] to, boolean reverse) {
        Iterator<Entry> entries = entries(from, to, reverse);
        for (long i = 0; i < count && entries.hasNext(); i++) {
            entries.next();
        }
        return entries;
    }

    @Override
    public byte @Nullable [] firstKey() {
        return stored.firstKey();
    }

    @Override
    public byte @Nullable [] ceilingKey(byte[] key) {
        Iterator<Entry> found = entries(key, null, false);
        return found.hasNext() ? found.next().key() : null;
    }

    private static Block block(Entry entry) {
        return new Block(entry.key(), entry.value());
    }

    /** The places of the block's entries that lie within the bounds. */
    private static IntStream within(Block block, byte @Nullable [] from, byte @Nullable [] to) {
        return IntStream.range(
                from == null ? 0 : block.countBelow(from), to == null ? block.size() : block.countBelow(to));
    }

    /** The entries of one block after another. */
    private static final class Entries implements Iterator<Entry> {

        private final Iterator<Entry> blocks;
        private final byte @Nullable [] from;
        private final byte @Nullable [] to;
        private final boolean reverse;
        private Iterator<byte[]> keys = Collections.emptyIterator();

        Entries(Iterator<Entry> blocks, byte @Nullable [] from, byte @Nullable [] to, boolean reverse) {
            this.blocks = blocks;
            this.from = from;
            this.to = to;
            this.reverse = reverse;
        }

        @Override
        public boolean hasNext() {
            while (!keys.hasNext() && blocks.hasNext()) {
                keys = open(block(blocks.next()));
            }
            return keys.hasNext();
        }

        private Iterator<byte[]> open(Block block) {
            ArrayDeque<byte[]> found = new ArrayDeque<>(block.size());
            within(block, from, to).mapToObj(block::key).forEach(found::addLast);
            return reverse ? found.descendingIterator() : found.iterator();
        }

        @Override
        public Entry next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return new Entry(keys.next(), BytesType.EMPTY);
        }
    }
}
