package org.mimamori.embedded.store;

import java.util.ArrayList;
import java.util.List;
import org.h2.mvstore.MVMap;

/** Every change of one unit of work, so that all of it, or the tail since some point, can be taken back. */
final class Changes {

    private final List<Runnable> undo = new ArrayList<>();

    void put(MVMap<byte[], byte[]> map, byte[] key, byte[] value) {
        byte[] before = map.put(key, value);
        undo.add(() -> restore(map, key, before));
    }

    void remove(MVMap<byte[], byte[]> map, byte[] key) {
        byte[] before = map.remove(key);
        undo.add(() -> restore(map, key, before));
    }

    private static void restore(
            MVMap<byte[], byte[]> map, byte[] key, byte @org.jspecify.annotations.Nullable [] value) {
        if (value == null) {
            map.remove(key);
        } else {
            map.put(key, value);
        }
    }

    /** Notes how to take back a change that is not in a map. */
    void onUndo(Runnable action) {
        undo.add(action);
    }

    int size() {
        return undo.size();
    }

    void undoTo(int size) {
        while (undo.size() > size) {
            undo.removeLast().run();
        }
    }
}
