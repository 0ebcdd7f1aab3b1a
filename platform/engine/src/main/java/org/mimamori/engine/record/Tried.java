package org.mimamori.engine.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.CompositeKey;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.problem.FieldProblem;
import org.mimamori.engine.record.RecordIntake.Claim;
import org.mimamori.engine.record.RecordIntake.Verdict;

/**
 * A record of a file as a draft, or why there is none.
 *
 * @param sent fields the file has a value for
 */
record Tried(@Nullable Draft draft, @Nullable FieldProblem refusal, Set<FieldCode> sent) {

    static Tried refused(FieldProblem refusal) {
        return new Tried(null, refusal, Set.of());
    }

    Stream<Draft> drafts() {
        return Stream.ofNullable(draft);
    }

    Verdict verdict() {
        if (draft == null) {
            return new Verdict(0, List.of(Objects.requireNonNull(refusal)), List.of());
        }
        AppRecord before = draft.before();
        List<FieldProblem> problems = new ArrayList<>(draft.problems().list());
        problems.addAll(overlooked(draft));
        return new Verdict(before == null ? 0 : before.id(), problems, claims(draft));
    }

    /** The write path passes over a field that is hidden in this record; in a file that would be lost silently. */
    private List<FieldProblem> overlooked(Draft draft) {
        return draft.opened().app().fields().top().stream()
                .filter(field -> field.writable() && field.systemValue().isEmpty())
                .filter(field -> sent.contains(field.code()) && !draft.isSubmitted(field.code()))
                .map(field -> FieldProblem.of(field.code().text(), "import.fieldForbidden"))
                .toList();
    }

    private static List<Claim> claims(Draft draft) {
        List<Claim> claims = new ArrayList<>();
        AppRecord before = draft.before();
        if (before != null) {
            claims.add(claim(FieldCode.ID, Value.text(Long.toString(before.id()))));
        }
        for (Field field : draft.opened().app().fields().top()) {
            Value value = draft.value(field.code());
            if (field.unique() && !value.isBlank()) {
                claims.add(claim(field.code(), value));
            }
        }
        for (CompositeKey key : draft.opened().app().additions().uniqueTogether()) {
            List<Value> values = key.fields().stream().map(draft::value).toList();
            if (values.stream().noneMatch(Value::isBlank)) {
                claims.add(new Claim(key.fields(), values));
            }
        }
        return claims;
    }

    private static Claim claim(FieldCode field, Value value) {
        return new Claim(List.of(field), List.of(value));
    }
}
