package org.mimamori.engine.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.problem.FieldProblem;
import org.mimamori.engine.record.RecordIntake;
import org.mimamori.engine.record.RecordIntake.Claim;
import org.mimamori.engine.record.RecordIntake.Verdict;

/** Checks every record of a file before any is written, the first of its faults gathered. */
final class ImportCheck {

    /** Who has this many to mend will check again anyway. */
    static final int MOST_FAULTS = 500;

    private final RecordIntake intake;
    private final Actor actor;
    private final AppId app;
    private final Opened opened;
    private final Map<Claim, Long> claimed = new HashMap<>();
    private final List<ImportFault> faults = new ArrayList<>();
    private long fresh;
    private long changing;
    private boolean more;

    ImportCheck(RecordIntake intake, Actor actor, AppId app, Opened opened) {
        this.intake = intake;
        this.actor = actor;
        this.app = app;
        this.opened = opened;
    }

    /** @param progress told how many more records are checked */
    ImportRun run(ImportRun run, LongConsumer progress) throws IOException {
        try (FileRecords records = opened.records()) {
            List<FileRecord> batch = Batch.next(records, opened.reader());
            while (!batch.isEmpty() && faults.size() < MOST_FAULTS) {
                check(batch);
                progress.accept(batch.size());
                batch = Batch.next(records, opened.reader());
            }
            more |= !batch.isEmpty();
        }
        return run.checked(fresh, changing, faults, !faults.isEmpty() && more);
    }

    private void check(List<FileRecord> batch) {
        List<Verdict> verdicts = intake.check(
                actor,
                app,
                opened.columns().way(),
                batch.stream().map(FileRecord::item).toList());
        for (int i = 0; i < batch.size(); i++) {
            judge(batch.get(i), verdicts.get(i));
        }
    }

    private void judge(FileRecord record, Verdict verdict) {
        if (verdict.record() == 0) {
            fresh++;
        } else {
            changing++;
        }
        record.all(verdict.problems(), opened.columns()).forEach(this::note);
        verdict.claims().stream()
                .filter(claimed::containsKey)
                .findFirst()
                .ifPresent(claim -> note(twice(record, claim)));
        verdict.claims().forEach(claim -> claimed.putIfAbsent(claim, record.row()));
    }

    private ImportFault twice(FileRecord record, Claim claim) {
        String field = claim.fields().getFirst().text();
        FieldProblem problem = FieldProblem.of(field, "import.sameAsRow", claimed.getOrDefault(claim, record.row()));
        return new ImportFault(record.row(), opened.columns().of(field), problem);
    }

    private void note(ImportFault fault) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(fault);
        } else {
            more = true;
        }
    }
}
