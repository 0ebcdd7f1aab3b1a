package org.mimamori.embedded.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Every change of one unit of work, so that all of it, or the tail since some point, can be taken back. Entries of
 * indexes that are kept in blocks wait until {@link #flush}, to be written together.
 */
final class Changes {

    /** Waiting entries take memory. */
    private static final int MOST_WAITING = 50_000;

    private final List<Runnable> undo = new ArrayList<>();
    private List<Waiting> waiting = new ArrayList<>();

    /** An entry, and whether it is to be there. */
    record Waiting(MVMap<byte[], byte[]> blocks, byte[] key, boolean wanted) {}

    /** A point to go back to. */
    record Mark(int done, int waiting) {
        static final Mark START = new Mark(0, 0);
    }

    void put(MVMap<byte[], byte[]> map, byte[] key, byte[] value) {
        byte[] before = map.put(key, value);
        undo.add(() -> restore(map, key, before));
    }

    void remove(MVMap<byte[], byte[]> map, byte[] key) {
        byte[] before = map.remove(key);
        undo.add(() -> restore(map, key, before));
    }

    private static void restore(MVMap<byte[], byte[]> map, byte[] key, byte @Nullable [] value) {
        if (value == null) {
            map.remove(key);
        } else {
            map.put(key, value);
        }
    }

    /** Notes an entry that is to be, or not to be, in an index that is kept in blocks. */
    void wait(MVMap<byte[], byte[]> blocks, byte[] key, boolean wanted) {
        waiting.add(new Waiting(blocks, key, wanted));
        if (waiting.size() == MOST_WAITING) {
            flush();
        }
    }

    /** Writes the waiting entries; before anybody reads. */
    void flush() {
        if (waiting.isEmpty()) {
            return;
        }
        List<Waiting> written = waiting;
        waiting = new ArrayList<>();
        undo.add(() -> waiting = written);
        Map<MVMap<byte[], byte[]>, List<Waiting>> byMap = new IdentityHashMap<>();
        for (Waiting entry : written) {
            byMap.computeIfAbsent(entry.blocks(), map -> new ArrayList<>()).add(entry);
        }
        byMap.forEach((map, entries) -> new BlockWriter(map, this).apply(last(entries)));
    }

    /** In order; of several that say something of one key, the last. */
    private static List<Waiting> last(List<Waiting> entries) {
        entries.sort((left, right) -> Arrays.compareUnsigned(left.key(), right.key()));
        List<Waiting> last = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            boolean isLast = i + 1 == entries.size()
                    || !Arrays.equals(entries.get(i).key(), entries.get(i + 1).key());
            if (isLast) {
                last.add(entries.get(i));
            }
        }
        return last;
    }

    /** Notes how to take back a change that is not in a map. */
    void onUndo(Runnable action) {
        undo.add(action);
    }

    Mark mark() {
        return new Mark(undo.size(), waiting.size());
    }

    void undoTo(Mark mark) {
        while (undo.size() > mark.done()) {
            undo.removeLast().run();
        }
        waiting.subList(mark.waiting(), waiting.size()).clear();
    }
}
