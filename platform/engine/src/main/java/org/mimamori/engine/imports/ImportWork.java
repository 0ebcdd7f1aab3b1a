package org.mimamori.engine.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.mimamori.engine.change.Change;
import org.mimamori.engine.change.ChangeStore;
import org.mimamori.engine.change.Transactions;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.directory.User;
import org.mimamori.engine.imports.ImportRun.Phase;
import org.mimamori.engine.job.Job;
import org.mimamori.engine.job.Work;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.record.Apps;
import org.mimamori.engine.record.RecordIntake;

/**
 * Reads a file in: checks all of it first and, when nothing is wrong, writes it a batch at a time. What a batch has
 * written and how far the work has come are kept in one transaction, so that nothing is written twice whenever the work
 * is interrupted. What the person may do is asked anew for every batch.
 */
public final class ImportWork implements Work {

    /** kintone's limit. */
    static final int MOST_RECORDS = 100_000;

    private final ImportStore store;
    private final ImportFiles files;
    private final Apps apps;
    private final RecordIntake intake;
    private final Directory directory;
    private final ChangeStore changes;
    private final Transactions transactions;
    private final Clock clock;

    public ImportWork(
            ImportStore store,
            ImportFiles files,
            Apps apps,
            RecordIntake intake,
            Directory directory,
            ChangeStore changes,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.apps = apps;
        this.intake = intake;
        this.directory = directory;
        this.changes = changes;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Job.Kind kind() {
        return Job.Kind.IMPORT;
    }

    @Override
    public Outcome run(Job job, Progress progress) {
        ImportRun run = store.find(job.id()).orElseThrow();
        if (run.phase() == Phase.OVER) {
            return run.faults().isEmpty() || run.plan().checkOnly() ? Outcome.DONE : failed("faults in the file");
        }
        try {
            Actor actor = actor(run);
            FileContent content = files.content(files.of(run, actor));
            if (run.phase() == Phase.CHECK) {
                run = check(run, actor, content, progress);
            }
            if (!run.faults().isEmpty()) {
                return over(run, run.plan().checkOnly() ? Outcome.DONE : failed("faults in the file"));
            }
            return run.plan().checkOnly()
                    ? over(run, Outcome.DONE)
                    : new ImportWriting(intake, store, this::open, actor, content)
                            .run(run, job.position(), progress)
                            .map(stopped -> over(stopped, failed("stopped while writing")))
                            .orElseGet(() -> written(job.id()));
        } catch (PlatformException refused) {
            return over(run.stopped(List.of(ImportFaults.of(refused.problem(), List.of()))), failed("refused"));
        } catch (BrokenFile broken) {
            return over(run.stopped(List.of(broken.fault())), failed("broken file"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Outcome failed(String problem) {
        return new Outcome(Job.State.FAILED, problem);
    }

    /** The person as it is now; who may no longer sign in may no longer read files in. */
    private Actor actor(ImportRun run) {
        User user = directory
                .findUser(run.by().code())
                .filter(User::active)
                .orElseThrow(() -> new Problem.Forbidden("IMPORT").asException());
        return directory.person(user, Locale.JAPANESE);
    }

    private Opened open(ImportRun run, Actor actor, FileContent content) {
        return Opened.of(content, run.plan(), apps.see(actor, run.app()), actor, directory);
    }

    private ImportRun check(ImportRun run, Actor actor, FileContent content, Progress progress) throws IOException {
        Opened opened = open(run, actor, content);
        long records = count(opened);
        progress.start(run.plan().checkOnly() ? records : 2 * records);
        ImportRun counted = run.counted(records);
        store.save(counted);
        ImportRun checked =
                new ImportCheck(intake, actor, run.app(), opened).run(counted, more -> progress.advance(0, more));
        boolean goesOn = checked.faults().isEmpty() && !run.plan().checkOnly();
        ImportRun next = goesOn ? checked.in(Phase.WRITE) : checked;
        store.save(next);
        return next;
    }

    private static long count(Opened opened) throws IOException {
        try (FileRecords records = opened.records()) {
            if (records.header().size() != opened.plan().columns().size()) {
                throw new BrokenFile(1, "import.columnsDiffer");
            }
            long count = records.count();
            if (count > MOST_RECORDS) {
                throw new BrokenFile(0, "import.tooManyRecords", MOST_RECORDS);
            }
            if (count == 0) {
                throw new BrokenFile(0, "import.noRecords");
            }
            return count;
        }
    }

    private Outcome written(long job) {
        return over(store.find(job).orElseThrow(), Outcome.DONE);
    }

    /** Says in the log that it is over, once however often the work is taken up again, and removes the file. */
    private Outcome over(ImportRun run, Outcome outcome) {
        transactions.run(() -> {
            store.save(run.in(Phase.OVER));
            if (!run.plan().checkOnly()) {
                changes.append(List.of(entry(run, outcome)));
            }
            return run;
        });
        files.drop(run);
        store.save(run.in(Phase.OVER).withoutFile());
        return outcome;
    }

    private Change entry(ImportRun run, Outcome outcome) {
        boolean complete = outcome.state() == Job.State.DONE;
        Change.What what = new Change.What.Imported(run.job(), run.added(), run.updated(), complete);
        return new Change(0, clock.instant(), run.by(), "", run.app(), 0, 0, what);
    }
}
