package org.mimamori.engine.permission;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.query.Filter;

/**
 * What one actor may do in one app at this instant; computed once per call, from rights and actor alone.
 *
 * @param rights what the app's rights allow
 * @param visible condition that every record the actor sees meets
 * @param editable condition that every record the actor may change meets
 * @param deletable condition that every record the actor may delete meets
 * @param fields fields on which the actor has less than {@code WRITE} in some record, by code; a table's inner fields
 *     follow the table
 */
public record Access(
        Set<Right> rights, Filter visible, Filter editable, Filter deletable, Map<FieldCode, FieldAccess> fields) {

    private static final FieldAccess FULL = FieldAccess.of(Accessibility.WRITE);

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
    public FieldAccess field(FieldCode code) {
        return fields.getOrDefault(code, FULL);
    }

    /**
     * What the actor may do with a top-level field in every record, as far as field rights go. What tells of many
     * records at once, such as a figure over them, must go by this.
     */
    public Accessibility of(FieldCode code) {
        return field(code).always();
    }

    /** What the actor may do with a top-level field in some record; each record says whether it is one of them. */
    public Accessibility ever(FieldCode code) {
        return field(code).ever();
    }

    /** What the actor may do in one record with those fields for which it depends on the record. */
    public Map<FieldCode, Accessibility> varying(Function<FieldCode, Value> record) {
        Map<FieldCode, Accessibility> known = new HashMap<>();
        fields.forEach((code, field) -> {
            if (field.varies()) {
                known.put(code, field.in(record));
            }
        });
        return known;
    }

    /** The access to one record of which {@link #varying} is known. */
    public Access narrowed(Map<FieldCode, Accessibility> known) {
        if (known.isEmpty()) {
            return this;
        }
        Map<FieldCode, FieldAccess> narrowed = new HashMap<>(fields);
        known.forEach((code, accessibility) -> narrowed.put(code, FieldAccess.of(accessibility)));
        return new Access(rights, visible, editable, deletable, narrowed);
    }

    /** Whether field rights depend on the record. */
    public boolean varies() {
        return fields.values().stream().anyMatch(FieldAccess::varies);
    }

    /** Fields of a record that {@link #varying} looks at. */
    public Set<FieldCode> looksAt() {
        Set<FieldCode> codes = new HashSet<>();
        fields.values().stream().filter(FieldAccess::varies).forEach(field -> codes.addAll(field.looksAt()));
        return codes;
    }
}
