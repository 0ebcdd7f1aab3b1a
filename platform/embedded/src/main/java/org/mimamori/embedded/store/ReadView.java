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
