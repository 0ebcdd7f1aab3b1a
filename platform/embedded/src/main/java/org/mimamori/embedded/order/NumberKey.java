package org.mimamori.embedded.order;

import java.math.BigDecimal;
import org.bson.types.Decimal128;
import org.mimamori.embedded.bson.ByteSink;

/**
 * Numbers of all four types in one exact order: first the nearest double that is not above the number, then what is
 * left over. Most numbers are doubles exactly and take ten bytes.
 */
final class NumberKey {

    private static final int EXACT = 0x01;
    private static final int MORE = 0x02;
    private static final double EXACT_LONGS = 9007199254740992.0;
    private static final BigDecimal MAX_DOUBLE = new BigDecimal(Double.MAX_VALUE);
    private static final BigDecimal MIN_DOUBLE = MAX_DOUBLE.negate();

    private NumberKey() {}

    static void write(ByteSink sink, Number number) {
        switch (number) {
            case Integer i -> exact(sink, i);
            case Double d -> exact(sink, d);
            case Long l when Math.abs((double) l) < EXACT_LONGS -> exact(sink, l);
            case Long l -> decimal(sink, BigDecimal.valueOf(l));
            case Decimal128 d -> decimal128(sink, d);
            default -> throw new IllegalArgumentException("no BSON number: " + number.getClass());
        }
    }

    private static void decimal128(ByteSink sink, Decimal128 number) {
        if (number.isNaN()) {
            exact(sink, Double.NaN);
        } else if (number.isInfinite()) {
            exact(sink, number.isNegative() ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        } else if (number.getHigh() == INTEGRAL_HIGH && number.getLow() >= 0 && number.getLow() < (long) EXACT_LONGS) {
            exact(sink, number.getLow());
        } else {
            decimal(sink, Numbers.toBigDecimal(number));
        }
    }

    /** The upper half of a small non-negative decimal without fraction: exponent 0, biased. */
    private static final long INTEGRAL_HIGH = 6176L << 49;

    private static void exact(ByteSink sink, double value) {
        sink.ordered64(orderedBits(value));
        sink.int8(EXACT);
    }

    private static void decimal(ByteSink sink, BigDecimal value) {
        if (value.compareTo(MIN_DOUBLE) < 0) {
            sink.ordered64(orderedBits(Double.NEGATIVE_INFINITY));
            sink.int8(MORE);
            int start = sink.size();
            digits(sink, value.negate());
            sink.invertFrom(start);
            return;
        }
        double floor = floor(value);
        BigDecimal rest = value.subtract(new BigDecimal(floor));
        sink.ordered64(orderedBits(floor));
        if (rest.signum() == 0) {
            sink.int8(EXACT);
        } else {
            sink.int8(MORE);
            digits(sink, rest);
        }
    }

    private static double floor(BigDecimal value) {
        if (value.compareTo(MAX_DOUBLE) >= 0) {
            return Double.MAX_VALUE;
        }
        double nearest = value.doubleValue();
        while (new BigDecimal(nearest).compareTo(value) > 0) {
            nearest = Math.nextDown(nearest);
        }
        while (new BigDecimal(Math.nextUp(nearest)).compareTo(value) <= 0) {
            nearest = Math.nextUp(nearest);
        }
        return nearest;
    }

    /** A positive number: its decimal exponent, then its digits two to a byte. */
    private static void digits(ByteSink sink, BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        int exponent = stripped.precision() - stripped.scale() + 0x8000;
        sink.int8(exponent >> 8);
        sink.int8(exponent);
        String digits = stripped.unscaledValue().toString();
        for (int i = 0; i < digits.length(); i += 2) {
            int low = i + 1 < digits.length() ? digits.charAt(i + 1) - '0' : 0;
            sink.int8((digits.charAt(i) - '0') * 10 + low + 1);
        }
        sink.int8(0);
    }

    private static long orderedBits(double value) {
        if (Double.isNaN(value)) {
            return 0;
        }
        long bits = Double.doubleToLongBits(value == 0 ? 0.0 : value);
        return bits < 0 ? ~bits : bits ^ Long.MIN_VALUE;
    }
}
