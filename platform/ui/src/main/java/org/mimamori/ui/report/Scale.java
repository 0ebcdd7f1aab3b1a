package org.mimamori.ui.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Numbers along an axis, from one round number to another.
 *
 * @param low at most 0
 * @param high more than {@code low}
 */
record Scale(double low, double high, double step) {

    private static final int STEPS = 5;

    /** Wide enough for both; 0 is always on it, for a bar that starts elsewhere lies. */
    static Scale of(double smallest, double largest) {
        double low = Math.min(0, smallest);
        double high = Math.max(0, largest);
        if (high == low) {
            high = 1;
        }
        double step = round((high - low) / STEPS);
        return new Scale(Math.floor(low / step) * step, Math.ceil(high / step) * step, step);
    }

    /** The next of 1, 2, 5, 10, 20, 50 and so on. */
    private static double round(double step) {
        double power = Math.pow(10, Math.floor(Math.log10(step)));
        double rest = step / power;
        return (rest <= 1 ? 1 : rest <= 2 ? 2 : rest <= 5 ? 5 : 10) * power;
    }

    /** Where a number lies, from 0 at the low end to 1. */
    double at(double number) {
        return (number - low) / (high - low);
    }

    List<Double> marks() {
        List<Double> marks = new ArrayList<>();
        for (int i = 0; low + i * step <= high + step / 2; i++) {
            marks.add(low + i * step);
        }
        return marks;
    }

    static String text(double number) {
        BigDecimal rounded = BigDecimal.valueOf(number).round(new MathContext(10));
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
