package org.mimamori.engine.permission;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.query.Filter;
import org.mimamori.engine.query.FilterTest;

/**
 * What an actor may do with one field. Rows of rights that name whoever a field of the record names make it depend on
 * the record.
 *
 * @param readable the records in which the actor may read the field
 * @param writable the records in which the actor may write it; every one of them readable too
 */
public record FieldAccess(Filter readable, Filter writable) {

    /** The same in every record. */
    public static FieldAccess of(Accessibility accessibility) {
        return new FieldAccess(
                accessibility.readable() ? Filter.EVERYTHING : Filter.NOTHING,
                accessibility.writable() ? Filter.EVERYTHING : Filter.NOTHING);
    }

    /** What the actor may do in every record. */
    public Accessibility always() {
        if (writable.equals(Filter.EVERYTHING)) {
            return Accessibility.WRITE;
        }
        return readable.equals(Filter.EVERYTHING) ? Accessibility.READ : Accessibility.NONE;
    }

    /** What the actor may do in some record, as far as can be told without looking at any. */
    public Accessibility ever() {
        if (!writable.equals(Filter.NOTHING)) {
            return Accessibility.WRITE;
        }
        return readable.equals(Filter.NOTHING) ? Accessibility.NONE : Accessibility.READ;
    }

    /** Whether what the actor may do depends on the record. */
    public boolean varies() {
        return always() != ever();
    }

    /** What the actor may do in the record whose values the function gives. */
    public Accessibility in(Function<FieldCode, Value> record) {
        if (FilterTest.holds(writable, record)) {
            return Accessibility.WRITE;
        }
        return FilterTest.holds(readable, record) ? Accessibility.READ : Accessibility.NONE;
    }

    /** Fields of a record that {@link #in} looks at. */
    public Set<FieldCode> looksAt() {
        Set<FieldCode> codes = new HashSet<>();
        gather(readable, codes);
        gather(writable, codes);
        return codes;
    }

    private static void gather(Filter filter, Set<FieldCode> codes) {
        switch (filter) {
            case Filter.All(List<Filter> of) -> of.forEach(part -> gather(part, codes));
            case Filter.Any(List<Filter> of) -> of.forEach(part -> gather(part, codes));
            case Filter.Not(Filter of) -> gather(of, codes);
            case Filter.In(FieldCode field, List<Value> operands) -> codes.add(field);
            case Filter.Equal(FieldCode field, Value operand) -> codes.add(field);
            case Filter.Between between -> codes.add(between.field());
            case Filter.Contains(FieldCode field, String needle) -> codes.add(field);
            case Filter.Empty(FieldCode field) -> codes.add(field);
            case Filter.AnyRow(FieldCode table, Filter row) -> codes.add(table);
            case Filter.EveryRow(FieldCode table, Filter row) -> codes.add(table);
            case Filter.Search(List<String> words, List<FieldCode> in) -> codes.addAll(in);
        }
    }
}
