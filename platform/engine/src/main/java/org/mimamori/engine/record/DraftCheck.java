package org.mimamori.engine.record;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.CompositeKey;
import org.mimamori.engine.app.Rule;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Row;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.problem.FieldProblem;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.query.Filter;

/** Everything a record must satisfy before it is kept; gathers all that is wrong, in form order. */
final class DraftCheck {

    /** Who notices a value that another record has. */
    enum Uniqueness {
        /** The check asks first, so that the person is told at the field, with everything else that is wrong. */
        ASKED,
        /** The store's unique index, at the write: for loading thousands of records. */
        LEFT_TO_INDEX
    }

    private final RecordStore store;
    private final Directory directory;
    private final Uniqueness uniqueness;

    DraftCheck(RecordStore store, Directory directory, Uniqueness uniqueness) {
        this.store = store;
        this.uniqueness = uniqueness;
        this.directory = directory;
    }

    void check(Draft draft) {
        checkAll(List.of(draft));
    }

    /**
     * checks a draft that is written alone and next if it is sound. Where the store's index would refuse nothing but
     * one field's value, the store is not asked for it first, unless the person has to be told of something else
     * anyway.
     */
    void checkForWriting(Draft draft) {
        AppDefinition app = draft.opened().app();
        if (uniqueness != Uniqueness.ASKED || !isToldByIndex(app)) {
            check(draft);
            return;
        }
        check(draft, TakenValues.NONE);
        if (!draft.problems().list().isEmpty()) {
            TakenValues taken = TakenValues.ofOthers(store, List.of(draft));
            app.fields().top().forEach(field -> checkUnique(draft, field, taken));
        }
    }

    /** An index that refuses a write names one key only, and a number given to the record would be lost. */
    private static boolean isToldByIndex(AppDefinition app) {
        return app.fields().top().stream().filter(Field::unique).count() == 1
                && app.additions().uniqueTogether().isEmpty()
                && app.additions().numbering().isEmpty();
    }

    /** Checks drafts of one app, and asks for their unique values together. */
    void checkAll(List<Draft> drafts) {
        TakenValues taken = uniqueness == Uniqueness.ASKED ? TakenValues.ofOthers(store, drafts) : TakenValues.NONE;
        drafts.forEach(draft -> check(draft, taken));
    }

    private void check(Draft draft, TakenValues taken) {
        Set<FieldCode> required = required(draft);
        for (Field field : draft.opened().app().fields().top()) {
            checkField(draft, field, required, taken);
        }
        rules(draft).forEach(rule -> checkRule(draft, rule));
        draft.opened().app().additions().rules().forEach(rule -> checkFixed(draft, rule));
        draft.opened().app().additions().uniqueTogether().forEach(key -> checkKey(draft, key));
    }

    /** Fields that must be filled at this moment, by their settings or by a rule that holds. */
    Set<FieldCode> required(Draft draft) {
        Set<FieldCode> required = new TreeSet<>();
        draft.opened()
                .app()
                .fields()
                .all()
                .filter(Field::required)
                .map(Field::code)
                .forEach(required::add);
        rules(draft).forEach(rule -> required.addAll(rule.require()));
        return required;
    }

    /** Fields the rules do not show at this moment. */
    Set<FieldCode> hidden(Draft draft) {
        Set<FieldCode> hidden = new TreeSet<>();
        Set<FieldCode> shown = new HashSet<>();
        draft.opened().app().additions().rules().forEach(rule -> hidden.addAll(rule.show()));
        rules(draft).forEach(rule -> shown.addAll(rule.show()));
        hidden.removeAll(shown);
        return hidden;
    }

    private static List<Rule> rules(Draft draft) {
        return draft.opened().app().additions().rules().stream()
                .filter(rule -> holds(draft, rule.when()))
                .toList();
    }

    private static boolean holds(Draft draft, String condition) {
        Filter filter = draft.opened().defined().resolveCondition(condition);
        return draft.opened().holds(filter, draft.record());
    }

    private void checkField(Draft draft, Field field, Set<FieldCode> required, TakenValues taken) {
        Value value = draft.value(field.code());
        if (field.systemValue().isPresent()) {
            return;
        }
        if (value.isBlank()
                && required.contains(field.code())
                && draft.access().of(field.code()).writable()) {
            draft.problem(FieldProblem.of(field.code().text(), "required"));
        }
        // What was there before the definition changed, such as an option since removed, may stay.
        if (draft.isNew() || !value.equals(draft.valueBefore(field.code())) || value.isBlank()) {
            field.check(value, draft::problem);
        }
        checkEntities(field, value, draft.valueBefore(field.code()));
        if (value instanceof Value.Rows(List<Row> rows)) {
            checkRows(draft, field, rows, required);
        }
        checkUnique(draft, field, taken);
    }

    private static void checkUnique(Draft draft, Field field, TakenValues taken) {
        if (field.unique() && TakenValues.isNew(draft, field.code()) && taken.holds(draft, field.code())) {
            draft.problem(FieldProblem.of(field.code().text(), "unique"));
        }
    }

    private void checkRows(Draft draft, Field table, List<Row> rows, Set<FieldCode> required) {
        for (int i = 0; i < rows.size(); i++) {
            int index = i;
            for (Field inner : table.inner()) {
                Value value = rows.get(i).value(inner.code());
                if (value.isBlank() && required.contains(inner.code())) {
                    draft.problem(FieldProblem.of(inner.code().text(), "required")
                            .inRow(table.code().text(), index));
                }
                checkEntities(inner, value, Value.BLANK);
            }
        }
    }

    /** People who have left the directory may stay in a value; they cannot be put into one. */
    private void checkEntities(Field field, Value value, Value before) {
        if (value instanceof Value.Entities(List<EntityRef> refs) && !value.equals(before) && field.writable()) {
            List<EntityRef> held = before instanceof Value.Entities(List<EntityRef> old) ? old : List.of();
            refs.stream()
                    .filter(ref -> !held.contains(ref) && !directory.exists(ref))
                    .findFirst()
                    .ifPresent(ref -> {
                        throw new Problem.UnknownEntity(ref.type().name(), ref.code()).asException();
                    });
        }
    }

    private static void checkRule(Draft draft, Rule rule) {
        boolean met = rule.check().isEmpty() || holds(draft, rule.check());
        for (FieldCode at : rule.at()) {
            if (!met || !matches(rule.pattern(), draft.value(at))) {
                draft.problem(FieldProblem.of(at.text(), "rule", rule.message()));
            }
        }
    }

    private static boolean matches(String pattern, Value value) {
        return pattern.isEmpty() || !(value instanceof Value.Text(String text)) || Pattern.matches(pattern, text);
    }

    /** Fields that stay as they are while the record, as it was, meets the rule. */
    private static void checkFixed(Draft draft, Rule rule) {
        AppRecord before = draft.before();
        if (before == null || rule.fix().isEmpty()) {
            return;
        }
        Filter when = draft.opened().defined().resolveCondition(rule.when());
        if (draft.opened().holds(when, before)) {
            rule.fix().stream()
                    .filter(code -> !draft.value(code).equals(draft.valueBefore(code)))
                    .forEach(code -> draft.problem(FieldProblem.of(code.text(), "rule", rule.message())));
        }
    }

    private void checkKey(Draft draft, CompositeKey key) {
        List<Value> values = key.fields().stream().map(draft::value).toList();
        List<Value> before = key.fields().stream().map(draft::valueBefore).toList();
        if (values.stream().anyMatch(Value::isBlank) || Objects.equals(values, before)) {
            return;
        }
        Filter same = Filter.all(key.fields().stream()
                .<Filter>map(code -> new Filter.Equal(code, draft.value(code)))
                .toList());
        if (taken(draft, same)) {
            draft.problem(FieldProblem.of(key.fields().getFirst().text(), "rule", key.message()));
        }
    }

    private boolean taken(Draft draft, Filter same) {
        if (uniqueness == Uniqueness.LEFT_TO_INDEX) {
            return false;
        }
        AppDefinition app = draft.opened().app();
        Filter others = Filter.not(new Filter.Equal(
                FieldCode.ID,
                new Value.Decimal(java.math.BigDecimal.valueOf(draft.record().id()))));
        return store.count(app, draft.isNew() ? same : same.and(others)) > 0;
    }
}
