package org.mimamori.engine.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.job.Work;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.record.RecordIntake;
import org.mimamori.engine.record.RecordIntake.Item;
import org.mimamori.engine.record.Saved;

/** Writes the records of a checked file, a batch at a time. */
final class ImportWriting {

    /** Makes out anew what a file means. */
    interface Opening {
        Opened open(ImportRun run, Actor actor, FileContent content);
    }

    private final RecordIntake intake;
    private final ImportStore store;
    private final Opening opening;
    private final Actor actor;
    private final FileContent content;

    ImportWriting(RecordIntake intake, ImportStore store, Opening opening, Actor actor, FileContent content) {
        this.intake = intake;
        this.store = store;
        this.opening = opening;
        this.actor = actor;
        this.content = content;
    }

    /**
     * Writes what is left.
     *
     * @param position records written before
     * @return the run with what stopped it; nothing when all is written
     */
    Optional<ImportRun> run(ImportRun run, long position, Work.Progress progress) throws IOException {
        try (FileRecords records = opening.open(run, actor, content).records()) {
            for (long passed = 0; passed < position; passed++) {
                records.next();
            }
            ImportRun now = run;
            long done = position;
            for (List<List<CsvRows.Row>> rows = next(records); !rows.isEmpty(); rows = next(records)) {
                Written written = write(now, done, rows, progress);
                if (written.stopped()) {
                    return Optional.of(written.run());
                }
                now = written.run();
                done += rows.size();
            }
            return Optional.empty();
        }
    }

    private record Written(ImportRun run, boolean stopped) {}

    private static List<List<CsvRows.Row>> next(FileRecords records) {
        List<List<CsvRows.Row>> batch = new ArrayList<>();
        List<CsvRows.Row> rows = records.next();
        while (!rows.isEmpty()) {
            batch.add(rows);
            rows = batch.size() < Batch.SIZE ? records.next() : List.of();
        }
        return batch;
    }

    private Written write(ImportRun run, long done, List<List<CsvRows.Row>> rows, Work.Progress progress) {
        Opened opened = opening.open(run, actor, content);
        List<FileRecord> batch = rows.stream().map(opened.reader()::read).toList();
        List<ImportFault> unread =
                batch.stream().flatMap(record -> record.faults().stream()).toList();
        if (!unread.isEmpty()) {
            return new Written(run.stopped(unread), true);
        }
        List<Item> items = batch.stream().map(FileRecord::item).toList();
        try {
            List<Saved> saved = intake.write(actor, run.app(), opened.columns().way(), items, written -> {
                store.save(wrote(run, written));
                progress.advance(done + rows.size(), rows.size());
            });
            return new Written(wrote(run, saved), false);
        } catch (PlatformException refused) {
            return new Written(run.stopped(ImportFaults.of(refused.problem(), batch, opened.columns())), true);
        }
    }

    private static ImportRun wrote(ImportRun run, List<Saved> saved) {
        long fresh = saved.stream().filter(Saved::inserted).count();
        return run.wrote(fresh, saved.size() - fresh);
    }
}
