package org.mimamori.engine.formula;

import java.math.RoundingMode;

/** How an app rounds calculated numbers: total digits (1 to 30), decimal places (0 to 10), and the way. */
public record NumberPrecision(int digits, int decimalPlaces, RoundingMode roundingMode) {

    /** kintone's default. */
    public static final NumberPrecision DEFAULT = new NumberPrecision(16, 4, RoundingMode.HALF_EVEN);
}
