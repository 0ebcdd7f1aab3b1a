package org.mimamori.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.mimamori.embedded.command.Commands;
import org.mimamori.embedded.command.Cursors;
import org.mimamori.embedded.command.Expiry;
import org.mimamori.embedded.command.Transactions;
import org.mimamori.embedded.store.Backup;
import org.mimamori.embedded.store.ReadView;
import org.mimamori.embedded.store.Store;
import org.mimamori.embedded.transfer.StoreTransfer;
import org.mimamori.embedded.wire.WireServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A MongoDB-wire server in this process, over one data file. */
public final class EmbeddedMongo implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedMongo.class);
    private static final int CHECKPOINT_SECONDS = 5;

    private final Store store;
    private final Transactions transactions;
    private final Cursors cursors;
    private final WireServer server;
    private final ScheduledExecutorService housekeeping = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("mimamori-housekeeping").factory());
    private int seconds;

    private EmbeddedMongo(EmbeddedSettings settings) {
        store = new Store(settings);
        transactions = new Transactions(store, settings.writerPatience(), settings.transactionLimit());
        cursors = new Cursors(settings.cursorTimeout());
        Commands commands = new Commands(store, transactions, cursors, settings.clock());
        server = new WireServer(settings.port(), commands, transactions::connectionClosed);
        every(1000, this::tidy);
        every(settings.expiryPeriod().toMillis(), new Expiry(store, settings.clock())::run);
        if (!settings.durability().isImmediate()) {
            every(settings.durability().interval().toMillis(), store::flushLog);
        }
    }

    /** Opens the store and listens for clients in this machine. */
    public static EmbeddedMongo start(EmbeddedSettings settings) {
        return new EmbeddedMongo(settings);
    }

    private void every(long millis, Runnable work) {
        Runnable logged = () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.error("housekeeping failed", e);
            }
        };
        var unused = housekeeping.scheduleWithFixedDelay(logged, millis, millis, TimeUnit.MILLISECONDS);
    }

    private void tidy() {
        transactions.endOverdue();
        cursors.closeIdle();
        store.checkpointIfDue(++seconds % CHECKPOINT_SECONDS == 0);
        boolean unused = store.compactInPassing();
    }

    public int port() {
        return server.port();
    }

    /** What a driver connects to. */
    public String connectionString() {
        return "mongodb://127.0.0.1:" + port() + "/";
    }

    /** Writes all data as it is now to one file, while everybody goes on working. */
    public void backup(Path target) {
        try (ReadView view = store.read()) {
            Backup.write(view.snapshot(), target);
        }
    }

    /** Puts a backup in the place of a data file that no store has open. */
    public static void restore(Path backup, Path dataFile) {
        Backup.restore(backup, dataFile);
    }

    /** Writes all collections of one moment as JSON lines in a zip; returns the SHA-256 of each. */
    public Map<String, String> exportTo(Path zip) {
        return StoreTransfer.exportTo(store, zip);
    }

    /** Adds the collections of such a zip, all or none. */
    public Map<String, String> importFrom(Path zip) {
        return StoreTransfer.importFrom(store, zip);
    }

    /** Ends all transactions, writes everything and lets go of the data file. */
    @Override
    public void close() {
        server.close();
        housekeeping.shutdown();
        transactions.endAll();
        cursors.closeAll();
        store.close();
    }
}
