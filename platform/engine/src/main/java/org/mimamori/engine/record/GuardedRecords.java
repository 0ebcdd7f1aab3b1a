package org.mimamori.engine.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.UnreadableValue;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.permission.Right;
import org.mimamori.engine.problem.FieldProblem;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.problem.Problems;
import org.mimamori.engine.query.Filter;
import org.mimamori.engine.query.QueryLimits;
import org.mimamori.engine.query.ResolvedQuery;

/** The records, each call through the actor's rights. The paths are told in docs/architecture.md. */
public final class GuardedRecords implements RecordService {

    /** kintone's limit for one call that writes. */
    public static final int BATCH = 100;

    /** What a conflict found by the store itself says of the record's actual revision. */
    static final long RACED = -1;

    private static final int ATTEMPTS = 5;

    private final GuardedApps apps;
    private final RecordStore store;
    private final RecordFinder finder;
    private final Drafting drafting;
    private final RecordWriter writer;
    private final LinkedRecords linked;

    GuardedRecords(GuardedApps apps, RecordStore store, Drafting drafting, RecordWriter writer, LinkedRecords linked) {
        this.apps = apps;
        this.store = store;
        this.finder = new RecordFinder(store);
        this.drafting = drafting;
        this.writer = writer;
        this.linked = linked;
    }

    @Override
    public RecordPage find(Actor actor, AppId app, RecordQuery query) {
        return finder.find(apps.open(actor, app), query);
    }

    @Override
    public AppRecord get(Actor actor, AppId app, long record) {
        return finder.get(apps.open(actor, app), record);
    }

    @Override
    public Shown show(Actor actor, AppId app, long record) {
        Opened opened = apps.open(actor, app);
        return new Shown(finder.get(opened, record), new Apps.Seen(opened.app(), opened.access()));
    }

    @Override
    public Saved add(Actor actor, AppId app, Submission submission) {
        Opened opened = apps.open(actor, app).require(Right.ADD);
        Draft draft = drafting.ofNewAlone(opened, submission);
        draft.problems().orThrow();
        return writer.commit(opened, List.of(drafting.numbered(draft))).getFirst();
    }

    @Override
    public List<Saved> addAll(Actor actor, AppId app, List<Submission> submissions) {
        Opened opened = apps.open(actor, app).require(Right.ADD);
        requireBatch(submissions.size(), "records", "tooManyAdded");
        List<Draft> drafts = drafting.ofAllNew(opened, submissions);
        requireSound(opened.app(), drafts);
        return drafts.isEmpty()
                ? List.of()
                : writer.commit(opened, drafts.stream().map(drafting::numbered).toList());
    }

    @Override
    public Saved update(Actor actor, AppId app, RecordChange change) {
        Opened opened = apps.open(actor, app).require(Right.EDIT);
        return persistently(() -> {
            Draft draft = drafting.ofExistingAlone(opened, editable(opened, change), change.submission());
            draft.problems().orThrow();
            return writer.commit(opened, List.of(draft)).getFirst();
        });
    }

    /**
     * Drafts anew when somebody else wrote between reading and writing. A sender who gave a revision is told of the
     * conflict with the next draft; one who gave none wants the write to go through.
     */
    static <T> T persistently(Supplier<T> write) {
        for (int attempt = 1; ; attempt++) {
            try {
                return write.get();
            } catch (PlatformException e) {
                boolean raced = e.problem() instanceof Problem.Conflict conflict && conflict.actual() == RACED;
                if (!raced || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    @Override
    public List<Saved> updateAll(Actor actor, AppId app, List<RecordChange> changes, Missing missing) {
        Opened opened = apps.open(actor, app).require(Right.EDIT);
        requireBatch(changes.size(), "records", "tooManyUpdated");
        return persistently(() -> {
            List<Draft> drafts = changes.stream()
                    .map(change -> draft(opened, change, missing))
                    .toList();
            requireDistinct(drafts);
            requireSound(opened.app(), drafts);
            return drafts.isEmpty() ? List.of() : writer.commit(opened, drafts);
        });
    }

    private Draft draft(Opened opened, RecordChange change, Missing missing) {
        if (missing == Missing.INSERT && find(opened, change.key()).isEmpty()) {
            return drafting.numbered(drafting.ofNew(opened.require(Right.ADD), withKey(change)));
        }
        return drafting.ofExisting(opened, editable(opened, change), change.submission());
    }

    /** An inserted record holds the key it was looked for by. */
    private static Submission withKey(RecordChange change) {
        if (!(change.key() instanceof RecordKey.ByField(FieldCode field, var value))) {
            return change.submission();
        }
        Map<FieldCode, Submission.Entry> entries =
                new HashMap<>(change.submission().entries());
        entries.put(field, new Submission.Entry.Raw(value));
        return new Submission(entries);
    }

    private AppRecord editable(Opened opened, RecordChange change) {
        AppRecord record = find(opened, change.key())
                .orElseThrow(() -> new Problem.RecordNotFound(name(change.key())).asException());
        if (!opened.holds(opened.access().editable(), record)) {
            throw new Problem.Forbidden(Right.EDIT.name()).asException();
        }
        requireRevision(record, change.expected());
        return record;
    }

    private Optional<AppRecord> find(Opened opened, RecordKey key) {
        Filter visible = opened.access().visible();
        return switch (key) {
            case RecordKey.ById(long id) -> store.find(opened.app(), id, visible);
            case RecordKey.ByField(FieldCode code, var json) -> {
                Field field = opened.app()
                        .field(code)
                        .filter(Field::unique)
                        .filter(f -> opened.readable(f.code()))
                        .orElseThrow(() -> Problem.BadParameter.of("updateKey.field", "notUnique", code.text())
                                .asException());
                try {
                    Filter same = new Filter.Equal(code, field.normalize(field.read(json)));
                    Filter seen = opened.veil().over(same).and(visible);
                    yield store.find(opened.app(), new ResolvedQuery(seen, List.of(), 1, 0), null).stream()
                            .findFirst();
                } catch (UnreadableValue unreadable) {
                    throw Problem.BadParameter.of("updateKey.value", unreadable.key())
                            .asException();
                }
            }
        };
    }

    private static String name(RecordKey key) {
        return switch (key) {
            case RecordKey.ById(long id) -> Long.toString(id);
            case RecordKey.ByField(FieldCode field, var value) -> value.asString("");
        };
    }

    @Override
    public void deleteAll(Actor actor, AppId app, List<Deletion> deletions) {
        Opened opened = apps.open(actor, app).require(Right.DELETE);
        requireBatch(deletions.size(), "ids", "tooManyDeleted");
        List<AppRecord> records = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (Deletion deletion : deletions) {
            AppRecord record = finder.load(opened, deletion.id());
            if (!opened.holds(opened.access().deletable(), record)) {
                throw new Problem.Forbidden(Right.DELETE.name()).asException();
            }
            requireRevision(record, deletion.expected());
            if (seen.add(record.id())) {
                records.add(record);
            }
        }
        writer.delete(opened, records);
    }

    @Override
    public Preview preview(Actor actor, AppId app, @Nullable Long record, Submission submission) {
        Opened opened = apps.open(actor, app);
        AppRecord before = record == null ? null : finder.load(opened, record);
        opened.require(record == null ? Right.ADD : Right.EDIT);
        return drafting.preview(opened, before, submission);
    }

    @Override
    public Map<Long, Permitted> permitted(Actor actor, AppId app, List<Long> records) {
        return finder.permitted(apps.open(actor, app), records);
    }

    @Override
    public RecordPage lookupCandidates(
            Actor actor, AppId app, FieldCode field, String text, QueryLimits page, int offset) {
        return linked.candidates(apps.open(actor, app), field, text, page, offset);
    }

    @Override
    public RecordPage related(Actor actor, AppId app, long record, FieldCode field, int offset) {
        Opened opened = apps.open(actor, app);
        return linked.related(opened, finder.load(opened, record), field, offset);
    }

    static void requireRevision(AppRecord record, long expected) {
        if (expected != RecordChange.ANY && expected != record.revision()) {
            throw new Problem.Conflict(record.id(), expected, record.revision()).asException();
        }
    }

    static void requireBatch(int size, String parameter, String key) {
        if (size > BATCH) {
            throw Problem.BadParameter.of(parameter, key, BATCH).asException();
        }
    }

    private static void requireDistinct(List<Draft> drafts) {
        Set<Long> seen = new LinkedHashSet<>();
        for (Draft draft : drafts) {
            AppRecord before = draft.before();
            if (before != null && !seen.add(before.id())) {
                throw Problem.BadParameter.of("records", "sameRecordTwice", before.id())
                        .asException();
            }
        }
    }

    /** Gathers what is wrong in the whole batch; two of its records may not take the same unique value either. */
    private static void requireSound(AppDefinition app, List<Draft> drafts) {
        Problems all = new Problems();
        for (int i = 0; i < drafts.size(); i++) {
            int index = i;
            drafts.get(i).problems().list().forEach(problem -> all.add(problem.inRecord(index)));
        }
        for (Field field : app.fields().top()) {
            if (field.unique()) {
                Set<Value> taken = new HashSet<>();
                for (int i = 0; i < drafts.size(); i++) {
                    Value value = drafts.get(i).value(field.code());
                    if (!value.isBlank() && !taken.add(value)) {
                        all.add(FieldProblem.of(field.code().text(), "unique").inRecord(i));
                    }
                }
            }
        }
        all.orThrow();
    }
}
