package org.mimamori.engine.record;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.permission.Access;
import org.mimamori.engine.permission.Accessibility;
import org.mimamori.engine.problem.FieldProblem;
import org.mimamori.engine.problem.Problems;

/** A record on its way to being written: what was there, what it holds now, and what is wrong with it so far. */
final class Draft {

    private final Opened opened;
    private final @Nullable AppRecord before;
    private AppRecord base;
    private final Map<FieldCode, Value> values;
    private final Set<FieldCode> submitted = new HashSet<>();
    private final Problems problems = new Problems();
    private Map<FieldCode, Accessibility> varying;
    private String action = "";
    private int revisions = 1;

    /**
     * @param before the record as stored, or null for a new one
     * @param base the record's own data: creator, times, number
     */
    Draft(Opened opened, @Nullable AppRecord before, AppRecord base) {
        this.opened = opened;
        this.before = before;
        this.base = base;
        this.values = new HashMap<>(base.values());
        this.varying = varying(base);
    }

    Opened opened() {
        return opened;
    }

    /**
     * What the actor may do with the fields of this record: as it was before; a new one as its defaults make it. What
     * is sent never widens the sender's own rights.
     */
    Access access() {
        return opened.access().narrowed(varying);
    }

    /** The part of {@link #access} that depends on the record. */
    Map<FieldCode, Accessibility> varying() {
        return varying;
    }

    /** Judges the rights by what a new record's fields start with. */
    void judgedBy(Map<FieldCode, Value> initial) {
        varying = varying(base.with(initial));
    }

    private Map<FieldCode, Accessibility> varying(AppRecord record) {
        return opened.access().varying(code -> record.value(opened.app(), code));
    }

    @Nullable
    AppRecord before() {
        return before;
    }

    boolean isNew() {
        return before == null;
    }

    Value value(FieldCode code) {
        return values.getOrDefault(code, Value.BLANK);
    }

    /** What the field held before; blank for a new record. */
    Value valueBefore(FieldCode code) {
        return before == null ? Value.BLANK : before.value(code);
    }

    void set(FieldCode code, Value value) {
        if (value.isBlank()) {
            values.remove(code);
        } else {
            values.put(code, value);
        }
    }

    /** Replaces the record's own data: whoever manages an app may bring records with their history. */
    void restamp(UnaryOperator<AppRecord> change) {
        base = change.apply(base);
    }

    /** Marks a field as named by the sender, so that its lookup is run and its default is not taken. */
    void submitted(FieldCode code) {
        submitted.add(code);
    }

    boolean isSubmitted(FieldCode code) {
        return submitted.contains(code);
    }

    /**
     * The change is an action of the process.
     *
     * @param counts revisions it counts as; kintone counts the action and the move
     */
    void takes(String name, int counts) {
        action = name;
        revisions = counts;
    }

    /** Name of the action of the process that the change is; empty for every other change. */
    String action() {
        return action;
    }

    int revisions() {
        return revisions;
    }

    void problem(FieldProblem problem) {
        problems.add(problem);
    }

    Problems problems() {
        return problems;
    }

    /** The record as it stands. */
    AppRecord record() {
        return new AppRecord(
                base.app(),
                base.id(),
                base.revision(),
                base.creator(),
                base.createdAt(),
                base.modifier(),
                base.updatedAt(),
                values);
    }
}
