package org.mimamori.embedded.order;

import java.math.BigDecimal;
import org.bson.types.Decimal128;

/** Conversions between the four number types. */
public final class Numbers {

    private Numbers() {}

    /** The exact value of a finite decimal; minus zero becomes zero, which BigDecimal cannot tell apart. */
    public static BigDecimal toBigDecimal(Decimal128 value) {
        if (value.isNegative() && isZero(value)) {
            return BigDecimal.ZERO;
        }
        return value.bigDecimalValue();
    }

    private static boolean isZero(Decimal128 value) {
        return value.getLow() == 0 && (value.getHigh() & 0x1FFFFFFFFFFFFL) == 0 && (value.getHigh() >>> 61 & 3) != 3;
    }

    /** The exact value of a finite number. */
    public static BigDecimal toBigDecimal(Number value) {
        return switch (value) {
            case Decimal128 d -> toBigDecimal(d);
            case Double d -> new BigDecimal(d);
            default -> BigDecimal.valueOf(value.longValue());
        };
    }

    public static double toDouble(Number value) {
        return value instanceof Decimal128 d && isFinite(d) ? toBigDecimal(d).doubleValue() : value.doubleValue();
    }

    public static boolean isFinite(Number value) {
        return switch (value) {
            case Decimal128 d -> !d.isNaN() && !d.isInfinite();
            case Double d -> !d.isNaN() && !d.isInfinite();
            default -> true;
        };
    }
}
