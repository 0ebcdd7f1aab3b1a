package org.mimamori.engine.record;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.Numbering;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Initial;
import org.mimamori.engine.field.UnreadableValue;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.permission.Accessibility;
import org.mimamori.engine.problem.Problem;

/**
 * Takes a submission into a draft: is the field known, does its type let it be written, may this actor write it, and
 * can what was sent be a value of it?
 *
 * <p>kintone ignores unknown codes and fields that nobody can write, so programs may send back what they have read; we
 * do the same. A field the actor may see but not write is refused; one it may not see is like an unknown one.
 */
final class SubmissionReader {

    private final Initial initial;

    SubmissionReader(Initial initial) {
        this.initial = initial;
    }

    void read(Draft draft, Submission submission) {
        AppDefinition app = draft.opened().app();
        if (draft.isNew()) {
            Map<FieldCode, Value> first = firstValues(app);
            draft.judgedBy(first);
            first.forEach((code, value) -> takeFirst(draft, code, value, submission));
        }
        OwnData.read(draft, submission);
        submission
                .entries()
                .forEach((code, entry) -> app.field(code)
                        .filter(field -> takes(draft, field))
                        .ifPresent(field -> take(draft, field, entry)));
    }

    /** What the fields of a new record hold before anything is sent. */
    private Map<FieldCode, Value> firstValues(AppDefinition app) {
        Map<FieldCode, Value> first = new LinkedHashMap<>();
        app.fields().top().stream()
                .filter(field -> field.writable() && field.systemValue().isEmpty())
                .forEach(field -> first.put(field.code(), field.normalize(field.initial(initial))));
        return first;
    }

    private static void takeFirst(Draft draft, FieldCode code, Value value, Submission submission) {
        boolean sent = submission.entries().containsKey(code)
                && draft.access().of(code).writable();
        if (!sent) {
            draft.set(code, value);
        }
    }

    private static boolean takes(Draft draft, Field field) {
        Opened opened = draft.opened();
        boolean inner = opened.app().fields().tableOf(field.code()).isPresent();
        if (inner || !field.writable() || field.systemValue().isPresent() || numbered(opened.app(), field)) {
            return false;
        }
        Accessibility accessibility = draft.access().of(field.code());
        if (accessibility == Accessibility.READ) {
            throw new Problem.FieldForbidden(field.code().text()).asException();
        }
        return accessibility == Accessibility.WRITE;
    }

    private static boolean numbered(AppDefinition app, Field field) {
        return app.additions().numbering().stream().map(Numbering::field).anyMatch(field.code()::equals);
    }

    private void take(Draft draft, Field field, Submission.Entry entry) {
        draft.submitted(field.code());
        try {
            Value value = switch (entry) {
                case Submission.Entry.Raw(var json) -> field.read(json);
                case Submission.Entry.Typed(var typed) -> typed;
            };
            Value before = draft.valueBefore(field.code());
            draft.set(field.code(), field.normalize(field.compose(before, value, initial)));
        } catch (UnreadableValue unreadable) {
            if (unreadable.isWrongJsonType()) {
                throw new Problem.BadJson(field.code().text()).asException();
            }
            unreadable.at(field.code()).forEach(draft::problem);
        }
    }
}
