package org.mimamori.engine.formula;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.IntPredicate;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.formula.Bound.Expression;
import org.mimamori.engine.formula.Bound.One;

/** Binds the operators of the formula language. */
final class Operators {

    private Operators() {}

    static One unary(String sign, One of) throws FormulaFault {
        requireNumeric(sign, of);
        Expression number = run -> decimal(Conversions.number(of.of().value(run), of.kind()));
        return new One(
                Kind.NUMBER,
                sign.equals("+")
                        ? number
                        : run -> decimal(Conversions.number(of.of().value(run), of.kind())
                                .negate()));
    }

    static One binary(String sign, One left, One right) throws FormulaFault {
        return switch (sign) {
            case "+" -> arithmetic(sign, left, right, Numbers::add);
            case "-" -> arithmetic(sign, left, right, Numbers::subtract);
            case "*" -> arithmetic(sign, left, right, Numbers::multiply);
            case "/" -> arithmetic(sign, left, right, Numbers::divide);
            case "^" -> arithmetic(sign, left, right, Numbers::power);
            case "&" -> joined(left, right);
            case "=" -> flag(run -> equal(left, right, run));
            case "!=", "<>" -> flag(run -> !equal(left, right, run));
            case "<" -> ordered(sign, left, right, order -> order < 0);
            case "<=" -> ordered(sign, left, right, order -> order <= 0);
            case ">" -> ordered(sign, left, right, order -> order > 0);
            case ">=" -> ordered(sign, left, right, order -> order >= 0);
            default -> throw new IllegalArgumentException(sign);
        };
    }

    private static One arithmetic(String sign, One left, One right, BinaryOperator<BigDecimal> operation)
            throws FormulaFault {
        requireNumeric(sign, left);
        requireNumeric(sign, right);
        return new One(
                Kind.NUMBER,
                run -> decimal(operation.apply(
                        Conversions.number(left.of().value(run), left.kind()),
                        Conversions.number(right.of().value(run), right.kind()))));
    }

    private static One joined(One left, One right) {
        return new One(
                Kind.TEXT,
                run -> Conversions.text(Conversions.text(left.of().value(run), run.precision())
                        + Conversions.text(right.of().value(run), run.precision())));
    }

    private static One ordered(String sign, One left, One right, IntPredicate holds) throws FormulaFault {
        requireNumeric(sign, left);
        requireNumeric(sign, right);
        return flag(run -> {
            Optional<BigDecimal> first = side(left, run);
            Optional<BigDecimal> second = side(right, run);
            return first.isPresent() && second.isPresent() && holds.test(Numbers.compare(first.get(), second.get()));
        });
    }

    /** A side of a comparison as a number; a blank day is before and after nothing. */
    private static Optional<BigDecimal> side(One one, Run run) {
        Value value = one.of().value(run);
        if (value.isBlank()) {
            return one.kind().blankIsZero() ? Optional.of(BigDecimal.ZERO) : Optional.empty();
        }
        return Optional.of(Conversions.findNumber(value).orElseThrow(() -> Uncomputable.VALUE));
    }

    /** kintone: things of different kinds are not equal. Blank equals blank, and a blank number also zero. */
    private static boolean equal(One left, One right, Run run) {
        Value first = left.of().value(run);
        Value second = right.of().value(run);
        if (first.isBlank() && second.isBlank()) {
            return true;
        }
        if (first instanceof Value.Text || second instanceof Value.Text) {
            return first.equals(second);
        }
        Optional<BigDecimal> one = comparable(first, left.kind());
        Optional<BigDecimal> other = comparable(second, right.kind());
        return one.isPresent() && other.isPresent() && Numbers.compare(one.get(), other.get()) == 0;
    }

    private static Optional<BigDecimal> comparable(Value value, Kind kind) {
        return value.isBlank() && kind == Kind.NUMBER ? Optional.of(BigDecimal.ZERO) : Conversions.findNumber(value);
    }

    private static void requireNumeric(String sign, One one) throws FormulaFault {
        if (!one.kind().isNumeric()) {
            throw new FormulaFault("formula.operatorType", sign);
        }
    }

    private static One flag(Condition condition) {
        return new One(Kind.NUMBER, run -> Arguments.flag(condition.holds(run)));
    }

    private static Value decimal(BigDecimal number) {
        return new Value.Decimal(number);
    }

    /** A test on a record that is being calculated. */
    private interface Condition {
        boolean holds(Run run);
    }
}
