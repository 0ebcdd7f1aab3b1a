package org.mimamori.engine.imports;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.change.Transactions;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.file.StoredFile;
import org.mimamori.engine.job.Job;
import org.mimamori.engine.job.JobStore;
import org.mimamori.engine.permission.Right;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.record.Apps;

/** The door to reading records from files, for those who may import into the app. */
public final class Imports {

    private static final int SAMPLES = 5;

    private final Apps apps;
    private final ImportStore store;
    private final JobStore jobs;
    private final ImportFiles files;
    private final Transactions transactions;
    private final Clock clock;

    public Imports(
            Apps apps, ImportStore store, JobStore jobs, ImportFiles files, Transactions transactions, Clock clock) {
        this.apps = apps;
        this.store = store;
        this.jobs = jobs;
        this.files = files;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A file as it would be read.
     *
     * @param header names of the columns
     * @param columns what they would be taken for; see {@link ImportPlan#columns}
     * @param samples the first rows below
     * @param targets what a column could be taken for
     * @param keys fields by which records can be found
     */
    public record Preview(
            FileFormat format,
            List<String> header,
            List<String> columns,
            List<List<String>> samples,
            List<Target> targets,
            List<Field> keys) {
        public Preview {
            header = List.copyOf(header);
            columns = List.copyOf(columns);
            samples = List.copyOf(samples);
            targets = List.copyOf(targets);
            keys = List.copyOf(keys);
        }
    }

    /** @param table the table the field is in; null at the top level */
    public record Target(Field field, @Nullable Field table) {}

    /** An import with its job. */
    public record Status(ImportRun run, Job job) {}

    /**
     * Shows how an upload of the person's would be read.
     *
     * @param encoding null to find out
     * @param separator null to find out
     * @throws org.mimamori.engine.problem.PlatformException with {@code BadParameter} for a file without rows
     */
    public Preview preview(
            Actor actor,
            AppDefinition app,
            String fileKey,
            FileFormat.@Nullable Encoding encoding,
            FileFormat.@Nullable Separator separator)
            throws IOException {
        Apps.Seen seen = seen(actor, app);
        FileContent content = files.content(files.upload(actor, fileKey));
        try {
            FileFormat format = FormatGuess.of(content, encoding, separator);
            return preview(content, format, seen);
        } catch (BrokenFile broken) {
            throw unreadable(broken);
        }
    }

    private static Preview preview(FileContent content, FileFormat format, Apps.Seen seen) throws IOException {
        try (CsvRows rows = new CsvRows(content, format)) {
            List<List<String>> samples = new ArrayList<>();
            CsvRows.Row row = rows.next();
            while (row != null && samples.size() < SAMPLES) {
                samples.add(row.cells());
                row = rows.next();
            }
            if (rows.header().isEmpty()) {
                throw new BrokenFile(0, "import.noRecords");
            }
            Importable importable = new Importable(seen);
            return new Preview(
                    format,
                    rows.header(),
                    ColumnGuess.of(rows.header(), seen),
                    samples,
                    importable.targets().stream()
                            .map(target -> new Target(target.field(), target.table()))
                            .toList(),
                    importable.keys());
        }
    }

    /**
     * Begins to read an upload of the person's in, as a job; answers its number.
     *
     * @throws org.mimamori.engine.problem.PlatformException with {@code BadParameter} if the plan does not fit the app
     */
    public long start(Actor actor, AppDefinition app, String fileKey, ImportPlan plan) {
        Columns.of(plan, seen(actor, app));
        StoredFile upload = files.upload(actor, fileKey);
        return transactions.run(() -> {
            long job = jobs.add(app.id(), Job.Kind.IMPORT, Map.of(), actor.ref());
            String key = plan.checkOnly()
                    ? fileKey
                    : files.claim(actor, fileKey, new StoredFile.Place.InImport(app.id(), job))
                            .key();
            store.save(ImportRun.fresh(job, app.id(), actor.ref(), clock.instant(), key, upload.name(), plan));
            return job;
        });
    }

    /** How an import of the person's own stands. Others' do not exist: their faults tell of others' files. */
    public Status status(Actor actor, AppDefinition app, long id) {
        seen(actor, app);
        return store.find(id)
                .filter(run -> run.app().equals(app.id()) && run.by().equals(actor.ref()))
                .flatMap(run -> jobs.find(id).map(job -> new Status(run, job)))
                .orElseThrow(() -> new Problem.JobNotFound(id).asException());
    }

    /** The person's latest import in the app. */
    public Optional<Status> latest(Actor actor, AppDefinition app) {
        seen(actor, app);
        return store.latest(app.id(), actor.ref())
                .flatMap(run -> jobs.find(run.job()).map(job -> new Status(run, job)));
    }

    /** Ends an import; what it has written stays. One that is over is left alone. */
    public void cancel(Actor actor, AppDefinition app, long id) {
        Status status = status(actor, app, id);
        if (jobs.cancel(id)) {
            files.drop(status.run());
        }
    }

    /** Tokens have no right to import, in kintone either; and the work goes on as somebody. */
    private Apps.Seen seen(Actor actor, AppDefinition app) {
        Apps.Seen seen = apps.see(actor, app.id());
        seen.access().require(Right.IMPORT);
        if (!(actor instanceof Actor.Person)) {
            throw new Problem.Forbidden(Right.IMPORT.name()).asException();
        }
        return seen;
    }

    private static RuntimeException unreadable(BrokenFile broken) {
        return Problem.BadParameter.of(
                        "fileKey",
                        broken.fault().problem().key(),
                        broken.fault().problem().args().toArray())
                .asException();
    }
}
