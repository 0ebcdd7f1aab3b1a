package org.mimamori.embedded.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.EmbeddedSettings;
import org.mimamori.embedded.bson.ByteSink;

/**
 * The collections on disk. Readers see the last committed snapshot and never wait; writers go one at a time.
 *
 * <p>A commit is appended to the log, which is cheap; now and then a checkpoint brings the data file up to date and
 * empties the log. After a crash the log is played over the last checkpoint.
 */
public final class Store implements AutoCloseable {

    private static final byte[] LAST_FRAME = "lastFrame".getBytes(StandardCharsets.UTF_8);
    private static final long CHECKPOINT_LOG_BYTES = 8L << 20;
    private static final int CHECKPOINT_MEMORY = 24 << 20;
    /** More than this between two looks at the file, about a second apart, is much. */
    private static final long BUSY_LOG_BYTES = 1L << 20;

    private static final int URGENT_MEMORY = 64 << 20;

    private final EmbeddedSettings settings;
    private final MVStore file;
    private final MVMap<byte[], byte[]> about;
    private final @Nullable RedoLog log;
    private final Catalogue catalogue;
    private final Semaphore writer = new Semaphore(1, true);
    private final AtomicInteger readers = new AtomicInteger();
    private volatile Snapshot current = Snapshot.EMPTY;
    private long lastFrame;
    private final Compaction compaction;
    private boolean sweepNeeded = true;
    private long tidiedAt;

    public Store(EmbeddedSettings settings) {
        this.settings = settings;
        this.file = DataFile.open(settings);
        this.compaction = new Compaction(file);
        this.about = DataFile.about(file);
        this.lastFrame = DataFile.number(about, LAST_FRAME);
        this.catalogue = new Catalogue(file);
        this.log = settings.file().map(this::openLog).orElse(null);
        recover();
    }

    private RedoLog openLog(java.nio.file.Path path) {
        try {
            return new RedoLog(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open the log beside " + path, e);
        }
    }

    private void recover() {
        if (log != null) {
            Replay replay = new Replay(catalogue);
            try {
                for (RedoLog.Frame frame : log.readAfter(lastFrame)) {
                    Redo.replay(frame.changes(), replay);
                    lastFrame = frame.number();
                }
                replay.end();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            checkpoint();
            checkpoint();
        }
        publishAll();
    }

    /** The last committed state, held for as long as the view is open. */
    public ReadView read() {
        return hold(() -> current);
    }

    /** What a unit of work sees now, held even after the unit has ended. */
    public ReadView read(WriteUnit unit) {
        return hold(unit::snapshot);
    }

    /** The order matters: first the file is told to keep everything from now on, then the snapshot is taken. */
    private ReadView hold(Supplier<Snapshot> snapshot) {
        readers.incrementAndGet();
        MVStore.TxCounter usage = file.registerVersionUsage();
        return new ReadView(snapshot.get(), () -> {
            file.deregisterVersionUsage(usage);
            readers.decrementAndGet();
        });
    }

    /** Waits for the other writers and begins. */
    public WriteUnit write() {
        writer.acquireUninterruptibly();
        return new WriteUnit(this, catalogue);
    }

    /** Begins if the other writers are done in time. */
    public @Nullable WriteUnit tryWrite(Duration patience) {
        try {
            return writer.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)
                    ? new WriteUnit(this, catalogue)
                    : null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    Snapshot current() {
        return current;
    }

    void publish(ByteSink redo, Map<String, @Nullable TableView> views) {
        if (redo.size() > 0) {
            lastFrame++;
            if (log != null) {
                writeLog(log, redo);
            }
            current = current.with(views);
        }
        if (file.getUnsavedMemory() > URGENT_MEMORY) {
            long unused = writeDataFile();
            file.sync();
        }
    }

    private void writeLog(RedoLog target, ByteSink redo) {
        target.append(lastFrame, redo);
        if (settings.durability().isImmediate()) {
            try {
                target.flush(settings.sync());
            } catch (UncheckedIOException e) {
                target.forgetPending();
                throw e;
            }
        }
    }

    /** Notes that some map of the file may have come to be of no use. */
    void sweepLater() {
        sweepNeeded = true;
    }

    void release() {
        writer.release();
    }

    /** In group commit: makes everything committed so far durable. */
    public void flushLog() {
        if (log != null) {
            log.flush(settings.sync());
        }
    }

    /** Brings the data file up to date if there is much to do, or if it is time and nobody is writing. */
    public void checkpointIfDue(boolean timeIsUp) {
        boolean due = log != null
                && (log.bytes() > CHECKPOINT_LOG_BYTES
                        || file.getUnsavedMemory() > CHECKPOINT_MEMORY
                        || timeIsUp && log.bytes() > 0);
        if (due) {
            checkpoint();
        }
    }

    /** Brings the data file up to date. Writers wait for the writing, not for the disk. */
    public void checkpoint() {
        writer.acquireUninterruptibly();
        long turn;
        try {
            turn = writeDataFile();
        } finally {
            writer.release();
        }
        if (log != null) {
            file.sync();
            log.emptyAfter(turn);
        }
    }

    private long writeDataFile() {
        long turn = log == null ? 0 : log.turn();
        if (sweepNeeded && readers.get() == 0) {
            catalogue.sweep();
            sweepNeeded = false;
        }
        DataFile.setNumber(about, LAST_FRAME, lastFrame);
        file.commit();
        return turn;
    }

    /** Does some of the tidying of the data file, if it needs any; returns whether it did. */
    public boolean compact() {
        return compact(false);
    }

    /** As {@link #compact}, to be called once in a while: leaves what can wait for when less is being written. */
    public boolean compactInPassing() {
        long before = tidiedAt;
        tidiedAt = log == null ? 0 : log.bytesEver();
        return compact(tidiedAt - before > BUSY_LOG_BYTES);
    }

    private boolean compact(boolean busy) {
        if (log == null || !compaction.isNeeded(busy)) {
            return false;
        }
        writer.acquireUninterruptibly();
        long turn;
        try {
            gather();
            turn = writeDataFile();
            compaction.shrink();
        } finally {
            writer.release();
        }
        file.sync();
        log.emptyAfter(turn);
        return true;
    }

    /** Until the new roots are published somebody may still begin to read from the old ones. */
    private void gather() {
        MVStore.TxCounter usage = file.registerVersionUsage();
        try {
            compaction.gather();
            publishAll();
        } finally {
            file.deregisterVersionUsage(usage);
        }
    }

    private void publishAll() {
        Map<String, @Nullable TableView> views = new HashMap<>();
        catalogue.all().forEach((namespace, table) -> {
            table.touch();
            views.put(namespace, table.view());
        });
        current = Snapshot.EMPTY.with(views);
    }

    @Override
    public void close() {
        checkpoint();
        file.close();
        if (log != null) {
            log.close();
        }
    }
}
