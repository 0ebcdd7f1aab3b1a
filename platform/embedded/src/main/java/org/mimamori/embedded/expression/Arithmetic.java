package org.mimamori.embedded.expression;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.CommandException;
import org.mimamori.embedded.filter.TypeName;
import org.mimamori.embedded.order.Numbers;

/** Sums and the like. The result has the widest type among the operands; int grows to long, long to double. */
public final class Arithmetic {

    private static final MathContext DECIMAL = MathContext.DECIMAL128;

    private Arithmetic() {}

    static void addTo(Map<String, Operators.Builder> all) {
        all.put("$add", Operators.function("$add", 0, Integer.MAX_VALUE, Arithmetic::addAll));
        all.put("$multiply", Operators.function("$multiply", 0, Integer.MAX_VALUE, Arithmetic::multiplyAll));
        all.put("$subtract", Operators.function("$subtract", 2, 2, Arithmetic::subtract));
        all.put("$divide", binary("$divide", Arithmetic::divide));
        all.put("$mod", binary("$mod", Arithmetic::modulo));
        all.put("$pow", binary("$pow", Arithmetic::power));
        all.put("$abs", unary("$abs", Arithmetic::absolute));
        all.put("$ceil", unary("$ceil", n -> toWhole(n, RoundingMode.CEILING)));
        all.put("$floor", unary("$floor", n -> toWhole(n, RoundingMode.FLOOR)));
        all.put("$sqrt", unary("$sqrt", n -> Math.sqrt(Numbers.toDouble(n))));
        all.put("$exp", unary("$exp", n -> Math.exp(Numbers.toDouble(n))));
        all.put("$ln", unary("$ln", n -> Math.log(Numbers.toDouble(n))));
        all.put("$log10", unary("$log10", n -> Math.log10(Numbers.toDouble(n))));
        all.put("$round", places("$round", RoundingMode.HALF_EVEN));
        all.put("$trunc", places("$trunc", RoundingMode.DOWN));
    }

    /** The sum, in the narrowest type that holds it. */
    public static Number add(Number left, Number right) {
        return combine(left, right, BigDecimal::add, Double::sum, Math::addExact);
    }

    /** The product, in the narrowest type that holds it. */
    public static Number multiply(Number left, Number right) {
        return combine(left, right, BigDecimal::multiply, (a, b) -> a * b, Math::multiplyExact);
    }

    private static Number minus(Number left, Number right) {
        return combine(left, right, BigDecimal::subtract, (a, b) -> a - b, Math::subtractExact);
    }

    private static Number combine(
            Number left,
            Number right,
            BinaryOperator<BigDecimal> exact,
            BinaryOperator<Double> approximate,
            BinaryOperator<Long> whole) {
        if (left instanceof Decimal128 || right instanceof Decimal128) {
            if (!Numbers.isFinite(left) || !Numbers.isFinite(right)) {
                return decimal(approximate.apply(Numbers.toDouble(left), Numbers.toDouble(right)));
            }
            return decimal(exact.apply(toDecimal(left), toDecimal(right)));
        }
        if (left instanceof Double || right instanceof Double) {
            return approximate.apply(left.doubleValue(), right.doubleValue());
        }
        try {
            long result = whole.apply(left.longValue(), right.longValue());
            boolean narrow = left instanceof Integer && right instanceof Integer && result == (int) result;
            return narrow ? (Number) (int) result : (Number) result;
        } catch (ArithmeticException overflow) {
            return approximate.apply(left.doubleValue(), right.doubleValue());
        }
    }

    /** A double meets a decimal as the shortest decimal that means it, which is how MongoDB widens it too. */
    public static BigDecimal toDecimal(Number number) {
        return number instanceof Double d
                ? new BigDecimal(d, new MathContext(15)).stripTrailingZeros()
                : Numbers.toBigDecimal(number);
    }

    /** The decimal nearest to a number. */
    public static Decimal128 decimal(BigDecimal value) {
        return new Decimal128(value.round(DECIMAL));
    }

    private static Decimal128 decimal(double value) {
        if (Double.isNaN(value)) {
            return Decimal128.NaN;
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? Decimal128.POSITIVE_INFINITY : Decimal128.NEGATIVE_INFINITY;
        }
        return decimal(BigDecimal.valueOf(value));
    }

    private static @Nullable Object addAll(List<@Nullable Object> operands) {
        Number sum = 0;
        Instant date = null;
        for (Object operand : operands) {
            if (Operators.isAbsent(operand)) {
                return null;
            }
            if (operand instanceof Instant instant && date == null) {
                date = instant;
            } else {
                sum = add(sum, number("$add", operand));
            }
        }
        return date == null ? sum : date.plusMillis(sum.longValue());
    }

    private static @Nullable Object multiplyAll(List<@Nullable Object> operands) {
        Number product = 1;
        for (Object operand : operands) {
            if (Operators.isAbsent(operand)) {
                return null;
            }
            product = multiply(product, number("$multiply", operand));
        }
        return product;
    }

    private static @Nullable Object subtract(List<@Nullable Object> operands) {
        Object left = operands.get(0);
        Object right = operands.get(1);
        if (Operators.isAbsent(left) || Operators.isAbsent(right)) {
            return null;
        }
        if (left instanceof Instant date) {
            return right instanceof Instant other
                    ? (Object) (date.toEpochMilli() - other.toEpochMilli())
                    : date.minusMillis(number("$subtract", right).longValue());
        }
        return minus(number("$subtract", left), number("$subtract", right));
    }

    /** The quotient: a decimal if either is one, else a double. */
    public static Number divide(Number left, Number right) {
        if (Numbers.toDouble(right) == 0) {
            throw CommandException.badValue("can't $divide by zero");
        }
        boolean decimal = left instanceof Decimal128 || right instanceof Decimal128;
        if (decimal && Numbers.isFinite(left) && Numbers.isFinite(right)) {
            return decimal(toDecimal(left).divide(toDecimal(right), DECIMAL));
        }
        double quotient = Numbers.toDouble(left) / Numbers.toDouble(right);
        return decimal ? decimal(quotient) : (Number) quotient;
    }

    private static Number modulo(Number left, Number right) {
        if (Numbers.toDouble(right) == 0) {
            throw CommandException.location(16610, "can't $mod by zero");
        }
        return combine(left, right, BigDecimal::remainder, (a, b) -> a % b, (a, b) -> a % b);
    }

    private static Number power(Number base, Number exponent) {
        double result = Math.pow(Numbers.toDouble(base), Numbers.toDouble(exponent));
        boolean whole = isWhole(base) && isWhole(exponent) && exponent.longValue() >= 0;
        if (base instanceof Decimal128 || exponent instanceof Decimal128) {
            return decimal(result);
        }
        if (!whole || Math.abs(result) > 9e15) {
            return result;
        }
        boolean narrow = base instanceof Integer && exponent instanceof Integer && result == (int) result;
        return narrow ? (Number) (int) result : (Number) (long) result;
    }

    private static boolean isWhole(Number number) {
        return number instanceof Integer || number instanceof Long;
    }

    private static Number absolute(Number number) {
        return Numbers.toDouble(number) < 0 ? minus(0, number) : number;
    }

    private static Number toWhole(Number number, RoundingMode mode) {
        return round(number, 0, mode);
    }

    private static Number round(Number number, int places, RoundingMode mode) {
        if (isWhole(number) && places >= 0 || !Numbers.isFinite(number)) {
            return number;
        }
        BigDecimal rounded = Numbers.toBigDecimal(number).setScale(places, mode);
        return switch (number) {
            case Decimal128 d -> decimal(rounded);
            case Double d -> rounded.doubleValue();
            case Integer i -> rounded.intValue();
            default -> rounded.longValue();
        };
    }

    private static Operators.Builder places(String name, RoundingMode mode) {
        return Operators.function(name, 1, 2, arguments -> {
            Object value = arguments.getFirst();
            Object places = arguments.size() > 1 ? arguments.get(1) : (Object) 0;
            if (Operators.isAbsent(value) || Operators.isAbsent(places)) {
                return null;
            }
            return round(number(name, value), number(name, places).intValue(), mode);
        });
    }

    private static Operators.Builder unary(String name, UnaryOperator<Number> function) {
        return Operators.function(name, 1, 1, arguments -> {
            Object value = arguments.getFirst();
            return Operators.isAbsent(value) ? null : function.apply(number(name, value));
        });
    }

    private static Operators.Builder binary(String name, BinaryOperator<Number> function) {
        return Operators.function(name, 2, 2, arguments -> {
            Object left = arguments.get(0);
            Object right = arguments.get(1);
            boolean absent = Operators.isAbsent(left) || Operators.isAbsent(right);
            return absent ? null : function.apply(number(name, left), number(name, right));
        });
    }

    static Number number(String operator, @Nullable Object value) {
        if (value instanceof Number number) {
            return number;
        }
        throw notNumeric(operator, value);
    }

    private static CommandException notNumeric(String operator, @Nullable Object value) {
        return CommandException.typeMismatch(operator + " only supports numeric types, not " + TypeName.nameOf(value));
    }
}
