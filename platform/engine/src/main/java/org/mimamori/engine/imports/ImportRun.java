package org.mimamori.engine.imports;

import java.time.Instant;
import java.util.List;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.EntityRef;

/**
 * A file being read in, or that was. How far it has come is said by its job.
 *
 * @param job number of its job, and its own
 * @param by who reads it in; what that person may do counts, at every step
 * @param fileKey the file while it is needed; empty afterwards
 * @param toAdd records the check has found to be new
 * @param toUpdate records the check has found to change
 * @param added records that are in the app now
 * @param updated records that are changed now
 * @param faults the first of what is wrong, by row
 * @param more whether there may be more faults than these
 */
public record ImportRun(
        long job,
        AppId app,
        EntityRef by,
        Instant at,
        String fileKey,
        String fileName,
        ImportPlan plan,
        Phase phase,
        long records,
        long toAdd,
        long toUpdate,
        long added,
        long updated,
        List<ImportFault> faults,
        boolean more) {

    public ImportRun {
        faults = List.copyOf(faults);
    }

    /** What is done with the file. */
    public enum Phase {
        /** Every record is checked; nothing is written. */
        CHECK,
        /** The records are written, a batch at a time. */
        WRITE,
        /** All that was to be done is done, or nothing more will be. */
        OVER
    }

    /** One that has not begun. */
    static ImportRun fresh(
            long job, AppId app, EntityRef by, Instant at, String fileKey, String fileName, ImportPlan plan) {
        return new ImportRun(job, app, by, at, fileKey, fileName, plan, Phase.CHECK, 0, 0, 0, 0, 0, List.of(), false);
    }

    ImportRun counted(long counted) {
        return new ImportRun(job, app, by, at, fileKey, fileName, plan, phase, counted, 0, 0, 0, 0, List.of(), false);
    }

    ImportRun checked(long fresh, long changing, List<ImportFault> found, boolean others) {
        return new ImportRun(
                job, app, by, at, fileKey, fileName, plan, phase, records, fresh, changing, 0, 0, found, others);
    }

    ImportRun in(Phase next) {
        return new ImportRun(
                job, app, by, at, fileKey, fileName, plan, next, records, toAdd, toUpdate, added, updated, faults,
                more);
    }

    ImportRun wrote(long fresh, long changed) {
        return new ImportRun(
                job,
                app,
                by,
                at,
                fileKey,
                fileName,
                plan,
                phase,
                records,
                toAdd,
                toUpdate,
                added + fresh,
                updated + changed,
                faults,
                more);
    }

    ImportRun stopped(List<ImportFault> why) {
        return new ImportRun(
                job, app, by, at, fileKey, fileName, plan, phase, records, toAdd, toUpdate, added, updated, why, false);
    }

    ImportRun withoutFile() {
        return new ImportRun(
                job, app, by, at, "", fileName, plan, phase, records, toAdd, toUpdate, added, updated, faults, more);
    }

    /** Whether it has a file of its own, which is removed when it is over. */
    public boolean holdsFile() {
        return !plan.checkOnly() && !fileKey.isEmpty();
    }
}
