package org.mimamori.engine.record;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import org.mimamori.engine.app.AppCatalog;
import org.mimamori.engine.change.ChangeStore;
import org.mimamori.engine.change.Transactions;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.file.BlobStore;
import org.mimamori.engine.file.Claims;
import org.mimamori.engine.file.FileStore;

/**
 * The parts of this package put together over their ports.
 *
 * @param service the door
 * @param process the same door, for actions of the process
 * @param apps the apps as actors see them
 */
public record Records(
        RecordService service,
        ProcessService process,
        GuardedApps apps,
        Actions actions,
        History history,
        Attachments attachments,
        Recalculation recalculation,
        OptionRewrite optionRewrite,
        BulkLoad bulkLoad,
        RecordIntake intake) {

    /**
     * What the parts stand on.
     *
     * @param home the zone in which "today" is meant for values that everybody reads
     * @param largestFile in bytes
     */
    public record Ground(
            AppCatalog catalog,
            Directory directory,
            RecordStore store,
            ChangeStore changes,
            Transactions transactions,
            FileStore files,
            BlobStore blobs,
            Clock clock,
            ZoneId home,
            long largestFile,
            AppPlaces places) {

        /** Without spaces. */
        public Ground(
                AppCatalog catalog,
                Directory directory,
                RecordStore store,
                ChangeStore changes,
                Transactions transactions,
                FileStore files,
                BlobStore blobs,
                Clock clock,
                ZoneId home,
                long largestFile) {
            this(
                    catalog,
                    directory,
                    store,
                    changes,
                    transactions,
                    files,
                    blobs,
                    clock,
                    home,
                    largestFile,
                    AppPlaces.NOWHERE);
        }
    }

    /** The parts, telling nobody of what is written. */
    public static Records over(Ground ground) {
        return over(ground, WriteListener.NONE);
    }

    /** @param listener told of every write, bulk loads apart */
    public static Records over(Ground ground, WriteListener listener) {
        GuardedApps apps = new GuardedApps(ground.catalog(), ground.directory(), ground.places(), ground.clock());
        RollupReader rollups = new RollupReader(ground.catalog(), ground.store(), ground.directory(), ground.clock());
        Calculator calculator = new Calculator(rollups, ground.clock(), ground.home());
        RollupRefresh refresh = new RollupRefresh(ground.catalog(), ground.store(), calculator);
        NumberAssigner numbers = new NumberAssigner(ground.store(), ground.clock(), ground.home());
        FileClaims claims = new FileClaims(new Claims(ground.files()));
        Drafting drafting = new Drafting(
                new LookupCopy(apps, ground.store()),
                calculator,
                new DraftCheck(ground.store(), ground.directory(), DraftCheck.Uniqueness.ASKED),
                claims,
                numbers,
                ground.clock());
        RecordWriter writer = new RecordWriter(
                ground.store(),
                ground.changes(),
                ground.transactions(),
                numbers,
                claims,
                (actor, app, written) ->
                        listener.written(actor.ref(), ground.clock().instant(), refresh.follow(app, written, false)),
                ground.clock());
        RecordService service =
                new GuardedRecords(apps, ground.store(), drafting, writer, new LinkedRecords(apps, ground.store()));
        return new Records(
                service,
                new GuardedProcess(apps, ground.store(), writer),
                apps,
                new GuardedActions(apps, ground.store()),
                new GuardedHistory(apps, ground.store(), ground.changes()),
                new GuardedAttachments(
                        apps,
                        ground.places(),
                        ground.store(),
                        ground.files(),
                        ground.blobs(),
                        ground.clock(),
                        ground.largestFile()),
                new Recalculation(
                        ground.catalog(),
                        ground.store(),
                        rollups,
                        calculator,
                        ground.transactions(),
                        listener,
                        ground.clock()),
                new OptionRewrite(ground.store(), ground.transactions()),
                bulkLoad(ground, apps, numbers, claims),
                intake(ground, apps, calculator, refresh, numbers, claims));
    }

    /** The write path of files that people read in: figures follow, but nobody is told of each record. */
    private static RecordIntake intake(
            Ground ground,
            GuardedApps apps,
            Calculator calculator,
            RollupRefresh refresh,
            NumberAssigner numbers,
            FileClaims claims) {
        RecordWriter writer = new RecordWriter(
                ground.store(),
                ground.changes(),
                ground.transactions(),
                numbers,
                claims,
                (actor, app, written) -> refresh.follow(app, written, false),
                ground.clock(),
                RecordIntake.REASON);
        LookupCopy lookups = new LookupCopy(apps, ground.store());
        DraftCheck check = new DraftCheck(ground.store(), ground.directory(), DraftCheck.Uniqueness.ASKED);
        return new RecordIntake(
                apps,
                ground.store(),
                () -> new Drafting(lookups.remembering(), calculator, check, claims, numbers, ground.clock()),
                writer,
                ground.transactions());
    }

    /** The write path without what a bulk load does once at its end, or leaves to the indexes. */
    private static BulkLoad bulkLoad(Ground ground, GuardedApps apps, NumberAssigner numbers, FileClaims claims) {
        Calculator later = new Calculator((app, record) -> Map.of(), ground.clock(), ground.home());
        Drafting drafting = new Drafting(
                new LookupCopy(apps, ground.store()).remembering(),
                later,
                new DraftCheck(ground.store(), ground.directory(), DraftCheck.Uniqueness.LEFT_TO_INDEX),
                claims,
                numbers,
                ground.clock());
        RecordWriter writer = new RecordWriter(
                ground.store(),
                ground.changes(),
                ground.transactions(),
                numbers,
                claims,
                (actor, app, written) -> {},
                ground.clock());
        return new BulkLoad(apps, drafting, writer);
    }
}
