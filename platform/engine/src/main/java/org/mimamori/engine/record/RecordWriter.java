package org.mimamori.engine.record;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.change.Change;
import org.mimamori.engine.change.ChangeStore;
import org.mimamori.engine.change.Transactions;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.problem.FieldProblem;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.process.Round;

/** Step 8 of the write path: what belongs together is kept together, or not at all. */
final class RecordWriter {

    /** What else is brought up to date in the transaction of a write. */
    interface AfterWrite {
        void after(Actor actor, AppDefinition app, List<RollupRefresh.Written> written);
    }

    private final RecordStore store;
    private final ChangeStore changes;
    private final Transactions transactions;
    private final NumberAssigner numbers;
    private final FileClaims files;
    private final AfterWrite afterWrite;
    private final Clock clock;
    private final String reason;

    RecordWriter(
            RecordStore store,
            ChangeStore changes,
            Transactions transactions,
            NumberAssigner numbers,
            FileClaims files,
            AfterWrite afterWrite,
            Clock clock) {
        this(store, changes, transactions, numbers, files, afterWrite, clock, "");
    }

    /** @param reason what the change log says why people's records are written; empty where they write themselves */
    RecordWriter(
            RecordStore store,
            ChangeStore changes,
            Transactions transactions,
            NumberAssigner numbers,
            FileClaims files,
            AfterWrite afterWrite,
            Clock clock,
            String reason) {
        this.store = store;
        this.changes = changes;
        this.transactions = transactions;
        this.numbers = numbers;
        this.files = files;
        this.afterWrite = afterWrite;
        this.clock = clock;
        this.reason = reason;
    }

    /** Keeps checked drafts: new records and changed ones. */
    List<Saved> commit(Opened opened, List<Draft> drafts) {
        return guarded(() -> transactions.run(() -> write(opened, drafts)));
    }

    private List<Saved> write(Opened opened, List<Draft> drafts) {
        AppDefinition app = opened.app();
        List<AppRecord> after = numbered(opened, drafts);
        List<AppRecord> inserts = new ArrayList<>();
        List<Change> log = new ArrayList<>();
        List<RollupRefresh.Written> written = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            AppRecord before = drafts.get(i).before();
            AppRecord record = after.get(i);
            if (before == null) {
                inserts.add(record);
            } else if (!store.update(app, record, before.revision())) {
                throw new Problem.Conflict(record.id(), before.revision(), GuardedRecords.RACED).asException();
            }
            log.add(change(opened.actor(), before, record, drafts.get(i).action()));
            written.add(new RollupRefresh.Written(before, record));
        }
        if (!inserts.isEmpty()) {
            store.insert(app, inserts);
        }
        changes.append(app, log);
        afterWrite.after(opened.actor(), app, written);
        return after.stream()
                .map(record -> new Saved(record.id(), record.revision(), record.revision() == 1))
                .toList();
    }

    private List<AppRecord> numbered(Opened opened, List<Draft> drafts) {
        int count = (int) drafts.stream().filter(Draft::isNew).count();
        long next = count == 0 ? 0 : store.takeNumbers(opened.app(), count);
        List<AppRecord> records = new ArrayList<>();
        for (Draft draft : drafts) {
            AppRecord before = draft.before();
            AppRecord record = draft.record();
            long id = before == null ? next++ : before.id();
            long revision = before == null ? 1 : before.revision() + draft.revisions();
            records.add(files.claim(
                    opened.actor(),
                    stamped(opened.actor(), record, id, revision),
                    before == null ? Set.of() : FileClaims.keys(before)));
        }
        return numbers.withRowIds(opened.app(), records);
    }

    private AppRecord stamped(Actor actor, AppRecord record, long id, long revision) {
        boolean made = revision == 1;
        return new AppRecord(
                record.app(),
                id,
                revision,
                record.creator(),
                record.createdAt(),
                made ? record.modifier() : actor.ref(),
                made ? record.updatedAt() : now(),
                record.values());
    }

    void delete(Opened opened, List<AppRecord> records) {
        transactions.run(() -> {
            List<Change> log = new ArrayList<>();
            List<RollupRefresh.Written> written = new ArrayList<>();
            for (AppRecord record : records) {
                if (!store.delete(opened.app(), record.id(), record.revision())) {
                    throw new Problem.Conflict(record.id(), record.revision(), GuardedRecords.RACED).asException();
                }
                log.add(change(opened.actor(), record, null, ""));
                written.add(new RollupRefresh.Written(record, null));
            }
            changes.append(opened.app(), log);
            afterWrite.after(opened.actor(), opened.app(), written);
            return records.size();
        });
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Change change(Actor actor, @Nullable AppRecord before, @Nullable AppRecord after, String action) {
        AppRecord record = after == null ? requireSide(before) : after;
        List<Change.Diff> diffs = diffs(before, after);
        Change.What what = before == null
                ? new Change.What.Created(diffs)
                : after == null ? new Change.What.Deleted(diffs) : updated(action, diffs);
        String why = actor instanceof Actor.Platform platform ? platform.reason() : reason;
        long revision = after == null ? record.revision() : after.revision();
        return new Change(0, now(), actor.ref(), why, record.app(), record.id(), revision, what);
    }

    private static Change.What updated(String action, List<Change.Diff> diffs) {
        return action.isEmpty() ? new Change.What.Updated(diffs) : new Change.What.StatusChanged(action, diffs);
    }

    private static AppRecord requireSide(@Nullable AppRecord side) {
        if (side == null) {
            throw new IllegalStateException("a change has at least one side");
        }
        return side;
    }

    private static List<Change.Diff> diffs(@Nullable AppRecord before, @Nullable AppRecord after) {
        Map<FieldCode, Value> old = before == null ? Map.of() : before.values();
        Map<FieldCode, Value> fresh = after == null ? Map.of() : after.values();
        Set<FieldCode> codes = new TreeSet<>(old.keySet());
        codes.addAll(fresh.keySet());
        codes.removeAll(Round.over().keySet());
        List<Change.Diff> diffs = new ArrayList<>();
        for (FieldCode code : codes) {
            if (!Objects.equals(old.get(code), fresh.get(code))) {
                diffs.add(new Change.Diff(code, old.get(code), fresh.get(code)));
            }
        }
        return diffs;
    }

    /** A unique key that two writers raced for is told like one that was taken before. */
    private static <T> T guarded(Supplier<T> work) {
        try {
            return work.get();
        } catch (UniqueViolation taken) {
            List<FieldProblem> problems = taken.key().stream()
                    .map(code -> FieldProblem.of(code.text(), "unique"))
                    .toList();
            throw problems.isEmpty() ? new Problem.Busy().asException() : new Problem.Invalid(problems).asException();
        }
    }
}
