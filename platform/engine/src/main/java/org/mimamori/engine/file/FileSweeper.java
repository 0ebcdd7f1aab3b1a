package org.mimamori.engine.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Removes uploads that no record claimed in time, and their bytes when nothing else has the same content. */
public final class FileSweeper {

    /** How long an upload may wait for its record; kintone's three days. */
    public static final Duration UNCLAIMED = Duration.ofDays(3);

    private static final int PAGE = 100;

    private final FileStore files;
    private final BlobStore blobs;
    private final Clock clock;

    public FileSweeper(FileStore files, BlobStore blobs, Clock clock) {
        this.files = files;
        this.blobs = blobs;
        this.clock = clock;
    }

    /** Sweeps once; answers how many uploads were removed. */
    public int sweep() {
        int removed = 0;
        List<StoredFile> page;
        do {
            page = files.unclaimedBefore(clock.instant().minus(UNCLAIMED), PAGE);
            page.forEach(this::remove);
            removed += page.size();
        } while (page.size() == PAGE);
        return removed;
    }

    private void remove(StoredFile file) {
        files.delete(file.key());
        if (!files.references(file.hash())) {
            try {
                blobs.delete(file.hash());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
