package org.mimamori.engine.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.change.Transactions;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.permission.Right;
import org.mimamori.engine.problem.FieldProblem;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.problem.Problems;

/**
 * Adds and changes the records of a file that somebody reads in, a batch at a time, through the rights of that person.
 * Every rule of the write path holds. Nobody is told of each record, as in kintone.
 */
public final class RecordIntake {

    /** Why, as the change log says it of each record. */
    public static final String REASON = "import";

    private final GuardedApps apps;
    private final RecordStore store;
    private final Supplier<Drafting> drafting;
    private final RecordWriter writer;
    private final Transactions transactions;

    /** @param drafting makes the drafts of one batch */
    RecordIntake(
            GuardedApps apps,
            RecordStore store,
            Supplier<Drafting> drafting,
            RecordWriter writer,
            Transactions transactions) {
        this.apps = apps;
        this.store = store;
        this.drafting = drafting;
        this.writer = writer;
        this.transactions = transactions;
    }

    /** What is done with the records of a file. */
    public enum Mode {
        ADD,
        /** Changes the records whose key the file names; a key nobody has is an error. */
        UPDATE,
        /** Changes those there are, adds the others. */
        UPSERT
    }

    /**
     * @param key field by which records are found: one that forbids duplicates, or {@link FieldCode#ID}; null to add
     */
    public record Way(Mode mode, @Nullable FieldCode key) {

        /** Name of the key in problems. */
        String keyName() {
            return key == null ? "" : key.text();
        }
    }

    /**
     * One record of the file.
     *
     * @param key what it has in the key field; blank for none
     * @param submission its other fields
     */
    public record Item(Value key, Submission submission) {}

    /** Values that no other record of the file may have too. */
    public record Claim(List<FieldCode> fields, List<Value> values) {}

    /**
     * What would become of a record.
     *
     * @param record number of the record that would change; 0 for a new one
     */
    public record Verdict(long record, List<FieldProblem> problems, List<Claim> claims) {
        public Verdict {
            problems = List.copyOf(problems);
            claims = List.copyOf(claims);
        }
    }

    /** Says of each item what would become of it and what is wrong with it; writes nothing. */
    public List<Verdict> check(Actor actor, AppId app, Way way, List<Item> items) {
        return tried(opened(actor, app, way), way, items, drafting.get()).stream()
                .map(Tried::verdict)
                .toList();
    }

    /**
     * Writes the items, all or none.
     *
     * @param within done in the transaction of the write
     * @throws PlatformException with {@code Invalid} when there is something wrong by now, each problem with its item
     */
    public List<Saved> write(Actor actor, AppId app, Way way, List<Item> items, Consumer<List<Saved>> within) {
        Opened opened = opened(actor, app, way);
        return GuardedRecords.persistently(() -> {
            Drafting drafts = drafting.get();
            List<Draft> sound = sound(tried(opened, way, items, drafts));
            sound.stream().filter(Draft::isNew).forEach(drafts::numbered);
            return transactions.run(() -> {
                List<Saved> saved = writer.commit(opened, sound);
                within.accept(saved);
                return saved;
            });
        });
    }

    private Opened opened(Actor actor, AppId app, Way way) {
        Opened opened = apps.open(actor, app).require(Right.IMPORT).require(Right.ADD);
        return way.mode() == Mode.ADD ? opened : opened.require(Right.EDIT);
    }

    private static List<Draft> sound(List<Tried> all) {
        Problems problems = new Problems();
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            int index = i;
            all.get(i).verdict().problems().forEach(problem -> problems.add(problem.inRecord(index)));
            if (all.get(i).draft() != null) {
                drafts.add(all.get(i).draft());
            }
        }
        problems.orThrow();
        return drafts;
    }

    private List<Tried> tried(Opened opened, Way way, List<Item> items, Drafting drafts) {
        KeyedRecords known = KeyedRecords.of(opened, store, way, items);
        List<Tried> all = items.stream()
                .map(item -> tried(opened, way, item, known, drafts))
                .toList();
        drafts.checkAll(all.stream().flatMap(Tried::drafts).toList());
        return all;
    }

    private static Tried tried(Opened opened, Way way, Item item, KeyedRecords known, Drafting drafts) {
        AppRecord before = known.of(item.key());
        FieldProblem refusal = refusal(opened, way, item, before);
        if (refusal != null) {
            return Tried.refused(refusal);
        }
        Submission submission = before == null ? withKey(opened, way, item) : item.submission();
        try {
            return new Tried(
                    drafts.tried(opened, before, submission),
                    null,
                    submission.entries().keySet());
        } catch (PlatformException failed) {
            if (failed.problem() instanceof Problem.FieldForbidden(String field)) {
                return Tried.refused(FieldProblem.of(field, "import.fieldForbidden"));
            }
            throw failed;
        }
    }

    private static @Nullable FieldProblem refusal(Opened opened, Way way, Item item, @Nullable AppRecord before) {
        if (before != null) {
            return opened.holds(opened.access().editable(), before)
                    ? null
                    : FieldProblem.of(way.keyName(), "import.notEditable");
        }
        if (way.mode() == Mode.UPDATE && item.key().isBlank()) {
            return FieldProblem.of(way.keyName(), "import.keyMissing");
        }
        boolean wanted = way.mode() == Mode.UPDATE || FieldCode.ID.equals(way.key());
        return wanted && !item.key().isBlank() ? FieldProblem.of(way.keyName(), "import.noSuchRecord") : null;
    }

    /** A record that is added holds the key it was looked for by. */
    private static Submission withKey(Opened opened, Way way, Item item) {
        FieldCode key = way.key();
        boolean writable =
                key != null && opened.app().field(key).filter(Field::writable).isPresent();
        if (key == null || !writable || item.key().isBlank()) {
            return item.submission();
        }
        Map<FieldCode, Submission.Entry> entries =
                new HashMap<>(item.submission().entries());
        entries.put(key, new Submission.Entry.Typed(item.key()));
        return new Submission(entries);
    }
}
