package org.mimamori.engine.query;

import java.util.List;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Operator;
import org.mimamori.engine.field.Value;

/** Comparisons of a field with values, without their negation. */
final class Ranges {

    private Ranges() {}

    static Filter compared(FieldCode field, Operator operator, List<Value> operands) {
        Value first = operands.getFirst();
        return switch (operator) {
            case EQUAL, NOT_EQUAL -> new Filter.Equal(field, first);
            case IN, NOT_IN -> new Filter.In(field, operands.stream().distinct().toList());
            case GREATER -> new Filter.Between(field, first, false, null, false);
            case GREATER_OR_EQUAL -> new Filter.Between(field, first, true, null, false);
            case LESS -> new Filter.Between(field, null, false, first, false);
            case LESS_OR_EQUAL -> new Filter.Between(field, null, false, first, true);
            case LIKE, NOT_LIKE, IS_EMPTY, IS_NOT_EMPTY -> throw new IllegalArgumentException(operator.sign());
        };
    }

    /** Whether the comparison needs an order, which nothing blank has. */
    static boolean needsOrder(Operator operator) {
        return switch (operator) {
            case GREATER, GREATER_OR_EQUAL, LESS, LESS_OR_EQUAL -> true;
            case EQUAL, NOT_EQUAL, IN, NOT_IN, LIKE, NOT_LIKE, IS_EMPTY, IS_NOT_EMPTY -> false;
        };
    }
}
