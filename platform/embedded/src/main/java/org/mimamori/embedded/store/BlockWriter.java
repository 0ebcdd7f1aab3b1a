package org.mimamori.embedded.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.store.Changes.Waiting;

/**
 * Puts entries into an index that is kept in {@linkplain Block blocks} and takes them out, many at once: a block that
 * several of them concern is written once.
 */
final class BlockWriter {

    private final MVMap<byte[], byte[]> map;
    private final Changes changes;

    BlockWriter(MVMap<byte[], byte[]> map, Changes changes) {
        this.map = map;
        this.changes = changes;
    }

    /** @param all in order, each key once */
    void apply(List<Waiting> all) {
        for (int i = 0; i < all.size(); ) {
            byte[] key = all.get(i).key();
            if (!Block.takes(key)) {
                writeAlone(key, all.get(i++).wanted());
                continue;
            }
            Block block = blockFor(key);
            int end = endOfBlock(block, all, i);
            write(block, all.subList(i, end));
            i = end;
        }
    }

    /** Behind the last of the entries that are like the one at {@code start} and have no other block before them. */
    private int endOfBlock(@Nullable Block block, List<Waiting> all, int start) {
        byte[] key = all.get(start).key();
        Block like = new Block(key, BytesType.EMPTY);
        int end = start + 1;
        if (end < all.size() && like.isLike(all.get(end).key())) {
            byte[] bound = map.higherKey(block == null ? key : later(block.first(), key));
            while (end < all.size()
                    && like.isLike(all.get(end).key())
                    && isBefore(all.get(end).key(), bound)) {
                end++;
            }
        }
        return end;
    }

    private static boolean isBefore(byte[] key, byte @Nullable [] bound) {
        return bound == null || Arrays.compareUnsigned(key, bound) < 0;
    }

    private void writeAlone(byte[] key, boolean wanted) {
        if (wanted) {
            changes.put(map, key, BytesType.EMPTY);
        } else {
            changes.remove(map, key);
        }
    }

    private static byte[] later(byte[] left, byte[] right) {
        return Arrays.compareUnsigned(left, right) < 0 ? right : left;
    }

    /** The block the entry is in or can be added to. */
    private @Nullable Block blockFor(byte[] key) {
        Block before = get(map.floorKey(key));
        if (before != null && before.isLike(key)) {
            return before;
        }
        if (before != null && Arrays.compareUnsigned(before.last(), key) > 0) {
            split(before, before.countBelow(key));
            return null;
        }
        Block after = get(map.higherKey(key));
        return after != null && after.isLike(key) ? after : null;
    }

    private @Nullable Block get(byte @Nullable [] first) {
        byte[] stored = first == null ? null : map.get(first);
        return first == null || stored == null ? null : new Block(first, stored);
    }

    /** Makes room between the entries of a block for one that is not like them. */
    private void split(Block block, int place) {
        List<byte[]> keys = block.keys();
        put(Block.of(keys.subList(0, place)));
        put(Block.of(keys.subList(place, keys.size())));
    }

    private void write(@Nullable Block block, List<Waiting> wanted) {
        boolean behind =
                block == null || Arrays.compareUnsigned(wanted.getFirst().key(), block.last()) > 0;
        Block changed = block == null ? null : changed(block, wanted, behind);
        if (changed == null) {
            write(block, merged(block, wanted), behind);
        } else if (changed != block) {
            put(changed);
        }
    }

    /** The block after the usual changes, which leave most of it as it is; null after others. */
    private static @Nullable Block changed(Block block, List<Waiting> wanted, boolean behind) {
        Waiting one = wanted.getFirst();
        if (wanted.size() == 1 && !one.wanted()) {
            return block.without(one.key());
        }
        if (wanted.size() == 1 && Arrays.compareUnsigned(one.key(), block.first()) >= 0) {
            return block.with(one.key());
        }
        return behind && wanted.stream().allMatch(Waiting::wanted)
                ? block.withAll(wanted.stream().map(Waiting::key).toList())
                : null;
    }

    private static List<byte[]> merged(@Nullable Block block, List<Waiting> wanted) {
        List<byte[]> old = block == null ? List.of() : block.keys();
        List<byte[]> keys = new ArrayList<>(old.size() + wanted.size());
        int i = 0;
        for (Waiting entry : wanted) {
            while (i < old.size() && Arrays.compareUnsigned(old.get(i), entry.key()) < 0) {
                keys.add(old.get(i++));
            }
            if (i < old.size() && Arrays.equals(old.get(i), entry.key())) {
                i++;
            }
            if (entry.wanted()) {
                keys.add(entry.key());
            }
        }
        keys.addAll(old.subList(i, old.size()));
        return keys;
    }

    /**
     * @param behind whether all that is new comes after what was there: then more of it will, and blocks are filled up
     */
    private void write(@Nullable Block old, List<byte[]> keys, boolean behind) {
        if (old != null && (keys.isEmpty() || !Arrays.equals(keys.getFirst(), old.first()))) {
            changes.remove(map, old.first());
        }
        int blocks = (keys.size() + Block.MOST - 1) / Block.MOST;
        int size = behind || blocks == 0 ? Block.MOST : (keys.size() + blocks - 1) / blocks;
        for (int i = 0; i < keys.size(); i += size) {
            put(Block.of(keys.subList(i, Math.min(keys.size(), i + size))));
        }
    }

    private void put(Block block) {
        changes.put(map, block.first(), block.stored());
    }
}
