package org.mimamori.engine.query;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Operator;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.problem.QueryFault;
import org.mimamori.engine.query.Condition.Operand;

/**
 * Resolves tests on the record's number, be it called {@code $id} or by the code of a record-number field; both become
 * tests on {@link FieldCode#ID}, which holds a whole number.
 */
final class RecordNumbers {

    static final Set<Operator> OPERATORS = Set.of(
            Operator.EQUAL,
            Operator.NOT_EQUAL,
            Operator.GREATER,
            Operator.LESS,
            Operator.GREATER_OR_EQUAL,
            Operator.LESS_OR_EQUAL,
            Operator.IN,
            Operator.NOT_IN);

    private static final int MAX_DIGITS = 18;

    private final String prefix;

    RecordNumbers(String appCode) {
        this.prefix = appCode.isEmpty() ? "" : appCode.toLowerCase(Locale.ROOT) + "-";
    }

    /** The test without its negation. */
    Filter positive(Condition.Test test) {
        List<Value> numbers =
                test.operands().stream().map(o -> number(test.field(), o)).toList();
        return Ranges.compared(FieldCode.ID, test.operator(), numbers);
    }

    private Value number(String field, Operand operand) {
        return switch (operand) {
            case Operand.Bare(String text) -> number(field, text);
            case Operand.Quoted(String text) -> number(field, text);
            case Operand.Call call -> throw Refusal.of(QueryFault.FUNCTION_NOT_ALLOWED, call.name(), field);
        };
    }

    private Value number(String field, String text) {
        String digits = !prefix.isEmpty() && text.toLowerCase(Locale.ROOT).startsWith(prefix)
                ? text.substring(prefix.length())
                : text;
        if (!digits.matches("[+-]?[0-9]{1," + MAX_DIGITS + "}")) {
            throw Refusal.of(QueryFault.BAD_LITERAL, field, text);
        }
        return new Value.Decimal(new BigDecimal(digits));
    }
}
