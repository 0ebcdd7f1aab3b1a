package org.mimamori.embedded.store;

import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RandomAccessStore;

/** Keeps the data file from filling up with pages that newer ones have replaced, a little at a time. */
final class Compaction {

    /** Below this share of live bytes the file is worked on, so that it stays under twice the live data. */
    private static final int WANTED_PERCENT = 70;

    private static final int STEP_BYTES = 8 << 20;
    private static final long SMALL_FILE = 1L << 20;

    private final MVStore file;

    Compaction(MVStore file) {
        this.file = file;
    }

    boolean isNeeded() {
        FileStore<?> store = file.getFileStore();
        return store != null
                && store.size() > SMALL_FILE
                && (store.getChunksFillRate() < WANTED_PERCENT || store.getFillRate() < WANTED_PERCENT);
    }

    /** Writes some live pages anew, so that what they leave behind is free. Old roots no longer lead to them. */
    void gather() {
        file.compact(WANTED_PERCENT + 10, STEP_BYTES);
    }

    /** Moves data from the end of the file to room before it, and gives the end back. */
    void shrink() {
        if (file.getFileStore() instanceof RandomAccessStore store) {
            store.compactMoveChunks(WANTED_PERCENT + 20, STEP_BYTES, file);
        }
    }
}
