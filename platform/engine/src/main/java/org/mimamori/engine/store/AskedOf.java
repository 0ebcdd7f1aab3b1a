package org.mimamori.engine.store;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Operator;
import org.mimamori.engine.query.Filter;
import org.mimamori.engine.record.QueryAdvice.Asked;

/** What a filter asks of which fields, without the values it asks for. */
final class AskedOf {

    private final Set<Asked> asked = new TreeSet<>();

    private AskedOf() {}

    static List<Asked> filter(Filter filter) {
        AskedOf all = new AskedOf();
        all.add(filter, false);
        return List.copyOf(all.asked);
    }

    private void add(Filter filter, boolean not) {
        switch (filter) {
            case Filter.All(List<Filter> of) -> of.forEach(part -> add(part, not));
            case Filter.Any(List<Filter> of) -> of.forEach(part -> add(part, not));
            case Filter.Not(Filter of) -> add(of, !not);
            case Filter.Equal(FieldCode field, var operand) -> add(field, not ? Operator.NOT_EQUAL : Operator.EQUAL);
            case Filter.In(FieldCode field, var operands) -> add(field, not ? Operator.NOT_IN : Operator.IN);
            case Filter.Between between -> addRange(between);
            case Filter.Contains(FieldCode field, String needle) -> add(field, not ? Operator.NOT_LIKE : Operator.LIKE);
            case Filter.Empty(FieldCode field) -> add(field, not ? Operator.IS_NOT_EMPTY : Operator.IS_EMPTY);
            case Filter.AnyRow(FieldCode table, Filter row) -> add(row, not);
            case Filter.EveryRow(FieldCode table, Filter row) -> add(row, not);
            case Filter.Search(var words, List<FieldCode> in) -> in.forEach(field -> add(field, Operator.LIKE));
        }
    }

    private void addRange(Filter.Between between) {
        if (between.from() == null && between.to() == null) {
            add(between.field(), Operator.IS_NOT_EMPTY);
        }
        if (between.from() != null) {
            add(between.field(), between.fromIncluded() ? Operator.GREATER_OR_EQUAL : Operator.GREATER);
        }
        if (between.to() != null) {
            add(between.field(), between.toIncluded() ? Operator.LESS_OR_EQUAL : Operator.LESS);
        }
    }

    private void add(FieldCode field, Operator operator) {
        asked.add(new Asked(field, operator));
    }
}
