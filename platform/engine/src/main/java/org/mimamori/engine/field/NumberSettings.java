package org.mimamori.engine.field;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Rules on the settings of fields that show numbers. */
final class NumberSettings {

    /** kintone's limit for digits shown after the point. */
    private static final int MAX_SCALE = 10;

    private NumberSettings() {}

    static void requireFits(String property, @Nullable BigDecimal number) {
        boolean fits = number == null || Decimals.fits(number);
        FieldSettingsFault.unless(fits, property, "number.tooManyDigits", Decimals.MAX_DIGITS);
    }

    static void requireScale(@Nullable Integer displayScale) {
        boolean sound = displayScale == null || displayScale >= 0 && displayScale <= MAX_SCALE;
        FieldSettingsFault.unless(sound, "displayScale", "settings.scaleOutOfRange", MAX_SCALE);
    }
}
