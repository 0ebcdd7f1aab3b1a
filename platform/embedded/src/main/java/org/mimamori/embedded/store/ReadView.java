package org.mimamori.embedded.store;

/** A snapshot that is being read. Until it is closed the file keeps everything the snapshot needs. */
public final class ReadView implements AutoCloseable {

    private final Snapshot snapshot;
    private final Runnable release;
    private boolean open = true;

    ReadView(Snapshot snapshot, Runnable release) {
        this.snapshot = snapshot;
        this.release = release;
    }

    /** A view of a snapshot that somebody else holds. */
    public static ReadView of(Snapshot snapshot) {
        return new ReadView(snapshot, () -> {});
    }

    public Snapshot snapshot() {
        return snapshot;
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            release.run();
        }
    }
}
