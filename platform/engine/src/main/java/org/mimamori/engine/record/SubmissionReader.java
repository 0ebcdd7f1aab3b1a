package org.mimamori.engine.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.Numbering;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Initial;
import org.mimamori.engine.field.Row;
import org.mimamori.engine.field.UnreadableValue;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.permission.Accessibility;
import org.mimamori.engine.problem.FieldProblem;
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
            app.fields().top().forEach(field -> takeInitial(draft, field, submission));
        }
        submission
                .entries()
                .forEach((code, entry) -> app.field(code)
                        .filter(field -> takes(draft, field))
                        .ifPresent(field -> take(draft, field, entry)));
    }

    private void takeInitial(Draft draft, Field field, Submission submission) {
        boolean sent =
                submission.entries().containsKey(field.code()) && draft.opened().writable(field.code());
        if (!sent && field.writable() && field.systemValue().isEmpty()) {
            draft.set(field.code(), field.normalize(withRowDefaults(field, field.initial(initial), Map.of())));
        }
    }

    private static boolean takes(Draft draft, Field field) {
        Opened opened = draft.opened();
        boolean inner = opened.app().fields().tableOf(field.code()).isPresent();
        if (inner || !field.writable() || field.systemValue().isPresent() || numbered(opened.app(), field)) {
            return false;
        }
        Accessibility accessibility = opened.access().of(field.code());
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
            Map<Long, Row> rowsBefore = rowsById(draft.valueBefore(field.code()));
            draft.set(field.code(), field.normalize(withRowDefaults(field, value, rowsBefore)));
        } catch (UnreadableValue unreadable) {
            if (unreadable.key().equals(UnreadableValue.WRONG_JSON_TYPE)) {
                throw new Problem.BadJson(field.code().text()).asException();
            }
            draft.problem(
                    new FieldProblem(null, null, null, field.code().text(), null, unreadable.key(), unreadable.args()));
        }
    }

    /**
     * For a table: a row that was there keeps what the sender left out, a new row takes the defaults. A row id nobody
     * gave out makes a new row.
     */
    private Value withRowDefaults(Field table, Value value, Map<Long, Row> before) {
        if (!(value instanceof Value.Rows(List<Row> rows))) {
            return value;
        }
        List<Row> completed = new ArrayList<>();
        for (Row row : rows) {
            Row known = before.get(row.id());
            Map<FieldCode, Value> values = new HashMap<>();
            for (Field inner : table.inner()) {
                Value otherwise = known == null ? inner.initial(initial) : known.value(inner.code());
                Value held = row.values().getOrDefault(inner.code(), otherwise);
                if (!held.isBlank()) {
                    values.put(inner.code(), inner.normalize(held));
                }
            }
            completed.add(new Row(known == null ? Row.NEW : row.id(), values));
        }
        return Value.rows(completed);
    }

    private static Map<Long, Row> rowsById(Value value) {
        return value instanceof Value.Rows(List<Row> rows)
                ? rows.stream().collect(Collectors.toMap(Row::id, Function.identity(), (a, b) -> b))
                : Map.of();
    }
}
