package org.mimamori.engine.permission;

import java.util.Map;
import java.util.Set;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.query.Filter;

/**
 * What one actor may do in one app at this instant; computed once per call, from rights and actor alone.
 *
 * @param rights what the app's rights allow
 * @param visible condition that every record the actor sees meets
 * @param editable condition that every record the actor may change meets
 * @param deletable condition that every record the actor may delete meets
 * @param fields fields on which the actor has less than {@code WRITE}, or less than the record's rights, by code; a
 *     table's inner fields follow the table
 */
public record Access(
        Set<Right> rights, Filter visible, Filter editable, Filter deletable, Map<FieldCode, Accessibility> fields) {

    public Access {
        rights = Set.copyOf(rights);
        fields = Map.copyOf(fields);
    }

    /** Nothing at all, as if the app were not there. */
    public static final Access NONE = new Access(Set.of(), Filter.NOTHING, Filter.NOTHING, Filter.NOTHING, Map.of());

    /** Everything: the platform's own access. */
    public static Access full() {
        return new Access(Set.of(Right.values()), Filter.EVERYTHING, Filter.EVERYTHING, Filter.EVERYTHING, Map.of());
    }

    public boolean may(Right right) {
        return rights.contains(right);
    }

    /** Whether the actor may know that the app exists. */
    public boolean sees() {
        return may(Right.VIEW) || may(Right.ADD) || may(Right.MANAGE);
    }

    public Access require(Right right) {
        if (!may(right)) {
            throw new Problem.Forbidden(right.name()).asException();
        }
        return this;
    }

    /** What the actor may do with a top-level field, as far as field rights go. */
    public Accessibility of(FieldCode code) {
        return fields.getOrDefault(code, Accessibility.WRITE);
    }
}
