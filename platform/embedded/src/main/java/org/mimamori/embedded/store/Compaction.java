package org.mimamori.embedded.store;

import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RandomAccessStore;

/** Keeps the data file from filling up with pages that newer ones have replaced, a little at a time. */
final class Compaction {

    /** Below this share of live bytes the file is worked on, so that it stays under twice the live data. */
    private static final int WANTED_PERCENT = 70;

    /** While much is being written that can wait, unless the file would come to more than twice and a half of it. */
    private static final int WANTED_PERCENT_WHEN_BUSY = 40;

    private static final int STEP_BYTES = 8 << 20;
    private static final long SMALL_FILE = 1L << 20;

    private final MVStore file;

    Compaction(MVStore file) {
        this.file = file;
    }

    /** @param busy whether much is being written, which tidying would hold up */
    boolean isNeeded(boolean busy) {
        FileStore<?> store = file.getFileStore();
        int wanted = busy ? WANTED_PERCENT_WHEN_BUSY : WANTED_PERCENT;
        return store != null
                && store.size() > SMALL_FILE
                && (store.getChunksFillRate() < wanted || store.getFillRate() < wanted);
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
