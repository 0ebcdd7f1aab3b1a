package org.mimamori.engine.formula;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Arithmetic of formulas: exact as long as it can be, then to fifty digits. */
final class Numbers {

    private static final MathContext WORKING = new MathContext(50, RoundingMode.HALF_EVEN);

    /** Fewer digits than are worked with, so that a third times three is one again. */
    private static final MathContext SETTLED = new MathContext(40, RoundingMode.HALF_EVEN);

    private static final int LARGEST_POWER = 100;

    /** Beyond it no result can be kept, and numbers only grow slow. */
    private static final int LARGEST_EXPONENT = 1_000;

    private Numbers() {}

    static BigDecimal add(BigDecimal left, BigDecimal right) {
        return bounded(left.add(right, WORKING));
    }

    static BigDecimal subtract(BigDecimal left, BigDecimal right) {
        return bounded(left.subtract(right, WORKING));
    }

    static BigDecimal multiply(BigDecimal left, BigDecimal right) {
        return bounded(left.multiply(right, WORKING));
    }

    static BigDecimal divide(BigDecimal left, BigDecimal right) {
        if (right.signum() == 0) {
            throw Uncomputable.VALUE;
        }
        return bounded(left.divide(right, WORKING));
    }

    /** kintone: the whole part of the exponent counts, from -100 to 100. */
    static BigDecimal power(BigDecimal base, BigDecimal exponent) {
        BigDecimal whole = settle(exponent).setScale(0, RoundingMode.DOWN);
        if (whole.abs().compareTo(BigDecimal.valueOf(LARGEST_POWER)) > 0) {
            throw Uncomputable.VALUE;
        }
        int times = whole.intValueExact();
        BigDecimal power = bounded(base.pow(Math.abs(times), WORKING));
        return times < 0 ? divide(BigDecimal.ONE, power) : power;
    }

    static int compare(BigDecimal left, BigDecimal right) {
        return settle(left).compareTo(settle(right));
    }

    static BigDecimal floor(BigDecimal number) {
        return settle(number).setScale(0, RoundingMode.FLOOR);
    }

    /** The number without the noise of its last digits. */
    static BigDecimal settle(BigDecimal number) {
        return number.round(SETTLED);
    }

    /** Rounded to a number of decimals; negative ones round before the point. */
    static BigDecimal round(BigDecimal number, int decimals, RoundingMode mode) {
        if (Math.abs(decimals) > LARGEST_EXPONENT) {
            throw Uncomputable.VALUE;
        }
        return settle(number).setScale(decimals, mode);
    }

    /** The number as the app keeps numbers; refuses one with more digits before the point than the app allows. */
    static BigDecimal rounded(BigDecimal number, NumberPrecision precision) {
        BigDecimal rounded = settle(number)
                .setScale(precision.decimalPlaces(), precision.roundingMode())
                .stripTrailingZeros();
        int wholeDigits = rounded.signum() == 0 ? 0 : rounded.precision() - rounded.scale();
        if (wholeDigits > precision.digits() - precision.decimalPlaces()) {
            throw Uncomputable.VALUE;
        }
        return rounded;
    }

    private static BigDecimal bounded(BigDecimal number) {
        int exponent = number.precision() - number.scale();
        if (number.signum() == 0 || exponent < -LARGEST_EXPONENT) {
            return BigDecimal.ZERO;
        }
        if (exponent > LARGEST_EXPONENT) {
            throw Uncomputable.VALUE;
        }
        return number;
    }
}
