package org.mimamori.engine.record;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Initial;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.problem.FieldProblem;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;

/** Steps 4 to 7 of the write path: read the submission, copy lookups, calculate, check. */
final class Drafting {

    private final LookupCopy lookups;
    private final Calculator calculator;
    private final DraftCheck check;
    private final FileClaims files;
    private final NumberAssigner numbers;
    private final Clock clock;

    Drafting(
            LookupCopy lookups,
            Calculator calculator,
            DraftCheck check,
            FileClaims files,
            NumberAssigner numbers,
            Clock clock) {
        this.lookups = lookups;
        this.calculator = calculator;
        this.check = check;
        this.files = files;
        this.numbers = numbers;
        this.clock = clock;
    }

    Draft ofNew(Opened opened, Submission submission) {
        return completed(new Draft(opened, null, fresh(opened)), submission);
    }

    Draft ofExisting(Opened opened, AppRecord before, Submission submission) {
        return completed(new Draft(opened, before, before), submission);
    }

    /** Like {@link #ofNew}, of a record that is written alone, and next if it is sound. */
    Draft ofNewAlone(Opened opened, Submission submission) {
        return alone(new Draft(opened, null, fresh(opened)), submission);
    }

    /** Like {@link #ofExisting}, of a record that is written alone, and next if it is sound. */
    Draft ofExistingAlone(Opened opened, AppRecord before, Submission submission) {
        return alone(new Draft(opened, before, before), submission);
    }

    private Draft alone(Draft draft, Submission submission) {
        check.checkForWriting(filled(draft, submission));
        return draft;
    }

    /** Takes the automatic numbers, once the draft is known to be sound, and what is calculated from them. */
    Draft numbered(Draft draft) {
        if (!draft.opened().app().additions().numbering().isEmpty()) {
            numbers.number(draft);
            calculator.calculate(draft);
        }
        return draft;
    }

    /** Drafts of new records of one app; like {@link #ofNew} for each, but checked together. */
    List<Draft> ofAllNew(Opened opened, List<Submission> submissions) {
        List<Draft> drafts = submissions.stream()
                .map(submission -> filled(new Draft(opened, null, fresh(opened)), submission))
                .toList();
        check.checkAll(drafts);
        return drafts;
    }

    /**
     * A draft that is to tell all that is wrong with it: a lookup that finds nothing is a problem, not an error. Still
     * to be checked.
     */
    Draft tried(Opened opened, @Nullable AppRecord before, Submission submission) {
        Draft draft = new Draft(opened, before, before == null ? fresh(opened) : before);
        read(draft, submission);
        files.resolve(draft);
        try {
            lookups.copyInto(draft);
        } catch (PlatformException failed) {
            if (!(failed.problem() instanceof Problem.LookupMissed(String field, String value))) {
                throw failed;
            }
            draft.problem(FieldProblem.of(field, "lookup.missed", value));
        }
        calculator.calculate(draft);
        return draft;
    }

    void checkAll(List<Draft> drafts) {
        check.checkAll(drafts);
    }

    private Draft completed(Draft draft, Submission submission) {
        check.check(filled(draft, submission));
        return draft;
    }

    private Draft filled(Draft draft, Submission submission) {
        read(draft, submission);
        files.resolve(draft);
        lookups.copyInto(draft);
        calculator.calculate(draft);
        return draft;
    }

    private void read(Draft draft, Submission submission) {
        new SubmissionReader(new Initial(draft.opened().actor(), clock)).read(draft, submission);
        if (draft.isNew()) {
            ProcessStart.of(draft.opened().app(), draft.record()).forEach(draft::set);
        }
    }

    private AppRecord fresh(Opened opened) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        EntityRef actor = opened.actor().ref();
        return new AppRecord(opened.app().id(), 0, 0, actor, now, actor, now, Map.of());
    }

    private static boolean seen(Draft draft, FieldCode code) {
        FieldCode top = draft.opened().app().fields().tableOf(code).orElse(code);
        return draft.access().of(top).readable();
    }

    /** The record as the form shows it meanwhile: a lookup that finds nothing yet is a problem, not an error. */
    Preview preview(Opened opened, @Nullable AppRecord before, Submission submission) {
        Draft draft = tried(opened, before, submission);
        check.check(draft);
        Map<FieldCode, Value> shown = new HashMap<>(draft.record().values());
        shown.keySet().removeIf(code -> !seen(draft, code));
        return new Preview(
                shown,
                draft.problems().list(),
                check.hidden(draft).stream().filter(code -> seen(draft, code)).toList(),
                check.required(draft).stream().filter(code -> seen(draft, code)).toList(),
                draft.varying());
    }
}
