package org.mimamori.ui.field;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.CalcField;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.NumberField;
import org.mimamori.engine.field.UnitPosition;
import org.mimamori.ui.shell.Words;

/** Numbers as their fields want them shown: digits in groups, decimals, unit; hours and minutes for durations. */
record NumberTexts(Words words, RoundingMode rounding) {

    String of(Field field, BigDecimal number) {
        return switch (field) {
            case NumberField f -> withUnit(digits(number, f.digit(), f.displayScale()), f.unit(), f.unitPosition());
            case CalcField f -> withUnit(calculated(f, number), f.unit(), f.unitPosition());
            default -> field.decimalForm().write(number);
        };
    }

    private String calculated(CalcField field, BigDecimal number) {
        return switch (field.format()) {
            case NUMBER -> digits(number, false, field.displayScale());
            case NUMBER_DIGIT -> digits(number, true, field.displayScale());
            case HOUR_MINUTE -> duration(number, false);
            case DAY_HOUR_MINUTE -> duration(number, true);
            case DATETIME, DATE, TIME -> number.toPlainString();
        };
    }

    private String digits(BigDecimal number, boolean grouped, @Nullable Integer scale) {
        BigDecimal shown = scale == null ? number : number.setScale(scale, rounding);
        if (!grouped) {
            return shown.toPlainString();
        }
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(Math.max(0, shown.scale()));
        format.setMaximumFractionDigits(Math.max(0, shown.scale()));
        return format.format(shown);
    }

    private String duration(BigDecimal seconds, boolean days) {
        BigInteger minutes = seconds.abs().toBigInteger().divide(BigInteger.valueOf(60));
        BigInteger[] hours = minutes.divideAndRemainder(BigInteger.valueOf(60));
        String sign = seconds.signum() < 0 ? "-" : "";
        if (!days) {
            return sign + words.of("field.hourMinute", hours[0].toString(), hours[1].toString());
        }
        BigInteger[] split = hours[0].divideAndRemainder(BigInteger.valueOf(24));
        return sign + words.of("field.dayHourMinute", split[0].toString(), split[1].toString(), hours[1].toString());
    }

    private static String withUnit(String digits, String unit, UnitPosition position) {
        return switch (position) {
            case BEFORE -> unit + digits;
            case AFTER -> digits + unit;
        };
    }
}
