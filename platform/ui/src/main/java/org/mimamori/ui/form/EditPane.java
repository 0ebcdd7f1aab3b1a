package org.mimamori.ui.form;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.problem.FieldProblem;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.record.AppRecord;
import org.mimamori.engine.record.Preview;
import org.mimamori.engine.record.RecordChange;
import org.mimamori.engine.record.RecordKey;
import org.mimamori.engine.record.Saved;
import org.mimamori.engine.record.Submission;
import org.mimamori.ui.field.FieldContext;
import org.mimamori.ui.shell.Words;

/** A record being filled in: follows the typing with what the platform calculates, hides, requires and minds. */
final class EditPane extends Div {

    private final Desk desk;
    private final Opening opening;
    private final OpenForm form;
    private final ProblemBoard problems;
    private final Consumer<Saved> saved;
    private final ConflictPanel conflict;
    private final UnsavedGuard guard = new UnsavedGuard();
    private @Nullable AppRecord before;
    private boolean following;

    /**
     * @param saved hears that the record was saved
     * @param cancelled hears that the person wants to stop
     */
    EditPane(Desk desk, Opening opening, Consumer<Saved> saved, Runnable cancelled) {
        this.desk = desk;
        this.opening = opening;
        this.saved = saved;
        this.before = opening.record();
        FieldContext context = desk.context(opening.app(), opening.id());
        this.form = new OpenForm(desk, opening, context);
        ProblemSummary summary = new ProblemSummary(opening.app(), desk.words(), form::goTo);
        this.problems = new ProblemBoard(form.typed(), summary);
        this.conflict = new ConflictPanel(context, new Choices()::take);
        addClassName("mm-edit");
        getStyle().set("--mm-required", "'" + desk.words().of("field.required") + "'");
        add(conflict, summary, form.component(), actions(cancelled), guard);
        start(context);
        form.onChange(this::changed);
    }

    /** Whether leaving would lose something. */
    boolean dirty() {
        return form.typed().dirty();
    }

    private void start(FieldContext context) {
        AppRecord known = before;
        if (known == null) {
            Map<FieldCode, Value> first =
                    FirstValues.of(context, preview(Submission.EMPTY).values(), opening);
            form.open(field -> first.getOrDefault(field.code(), Value.BLANK));
        } else {
            form.open(known::value);
        }
        form.follow(preview(submission()));
    }

    private Div actions(Runnable cancelled) {
        Words words = desk.words();
        Button save = new Button(words.of("record.save"), event -> save());
        save.addThemeName("primary");
        save.setId("record-save");
        Button cancel = new Button(words.of("record.cancel"), event -> cancelled.run());
        cancel.setId("record-cancel");
        Shortcuts.addShortcutListener(this, this::save, Key.KEY_S, KeyModifier.CONTROL)
                .resetFocusOnActiveElement();
        Shortcuts.addShortcutListener(this, this::save, Key.KEY_S, KeyModifier.META)
                .resetFocusOnActiveElement();
        Div bar = new Div(save, cancel);
        bar.addClassName("mm-actions");
        return bar;
    }

    private void changed(FieldCode code) {
        problems.touch(code);
        if (following) {
            return;
        }
        following = true;
        // However many fields change in one round trip, the engine is asked once.
        getUI().ifPresentOrElse(ui -> ui.beforeClientResponse(this, context -> follow()), this::follow);
    }

    private void follow() {
        following = false;
        try {
            Preview preview = preview(submission());
            form.follow(preview);
            problems.show(preview.problems());
        } catch (PlatformException refused) {
            desk.messages().failed(refused.problem());
        }
        guard.tell(dirty());
    }

    private Preview preview(Submission submission) {
        return desk.records()
                .preview(desk.actor(), opening.app().id(), before == null ? null : opening.id(), submission);
    }

    /** A new record is all that stands in the form; of one that exists, only what was changed. */
    private Submission submission() {
        return Submission.of(
                before == null ? form.typed().values() : form.typed().changes());
    }

    private void save() {
        problems.attempt();
        if (!form.typed().faults().isEmpty()) {
            follow();
            problems.first().ifPresent(form::goTo);
            return;
        }
        try {
            Saved done = write();
            guard.tell(false);
            saved.accept(done);
        } catch (PlatformException refused) {
            refused(refused);
        }
    }

    private Saved write() {
        AppRecord known = before;
        if (known == null) {
            return desk.records().add(desk.actor(), opening.app().id(), submission());
        }
        RecordChange change = new RecordChange(new RecordKey.ById(known.id()), known.revision(), submission());
        return desk.records().update(desk.actor(), opening.app().id(), change);
    }

    private void refused(PlatformException refused) {
        switch (refused.problem()) {
            case Problem.Invalid(List<FieldProblem> found) -> mend(found);
            case Problem.LookupMissed(String field, String value) ->
                mend(List.of(FieldProblem.of(field, "lookup.missed", value)));
            case Problem.Conflict both -> reconcile();
            default -> throw refused;
        }
    }

    private void mend(List<FieldProblem> found) {
        problems.show(found);
        problems.first().ifPresent(form::goTo);
    }

    /** Somebody else saved first: theirs becomes what the form was opened with, and mine stays typed over it. */
    private void reconcile() {
        AppRecord mine = Objects.requireNonNull(before);
        AppRecord theirs = desk.records().get(desk.actor(), opening.app().id(), opening.id());
        List<Divergence> divergences =
                Divergence.between(form.readable(), mine, theirs, form.typed().changes());
        for (Divergence divergence : divergences) {
            if (divergence.mine() == null) {
                form.open(divergence.field(), divergence.theirs());
            } else {
                form.typed().rebase(divergence.field().code(), divergence.theirs());
            }
        }
        before = theirs;
        conflict.show(theirs, divergences);
        conflict.scrollIntoView();
        follow();
    }

    /** Puts theirs or mine into a contested field; what was typed is kept while theirs is shown. */
    private final class Choices {

        private final Map<FieldCode, Value> typed = new HashMap<>();

        void take(Divergence divergence, Value value) {
            FieldCode code = divergence.field().code();
            form.typed().editor(code).ifPresent(editor -> {
                if (value.equals(divergence.theirs())) {
                    typed.put(code, editor.value());
                    editor.show(value);
                } else {
                    editor.show(typed.getOrDefault(code, value));
                }
            });
            changed(code);
        }
    }
}
