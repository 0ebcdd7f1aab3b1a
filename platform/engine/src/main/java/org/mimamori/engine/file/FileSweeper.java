package org.mimamori.engine.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * Removes files for good, and their bytes when nothing else has the same content: uploads that no record claimed in
 * time, and what is named to it.
 */
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

    /** Removes files by their keys; one that is gone already is no matter. */
    public void remove(Collection<String> keys) {
        keys.forEach(key -> files.find(key).ifPresent(this::remove));
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
