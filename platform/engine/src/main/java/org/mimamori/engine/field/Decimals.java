package org.mimamori.engine.field;

import java.math.BigDecimal;

/** Decimal numbers as the platform can keep them: 34 digits, as much as the database's decimal type holds. */
final class Decimals {

    static final int MAX_DIGITS = 34;

    /** Longest text worth parsing; parsing time grows with the square of the length. */
    private static final int MAX_TEXT = 200;

    private Decimals() {}

    /** The number without trailing zeros and, within reason, without an exponent. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        boolean expandable = stripped.scale() < 0 && stripped.scale() > -1000;
        return expandable ? stripped.setScale(0) : stripped;
    }

    static BigDecimal read(String text) throws UnreadableValue {
        if (text.length() > MAX_TEXT) {
            throw new UnreadableValue("number.tooManyDigits", MAX_DIGITS);
        }
        return within(parse(text));
    }

    static BigDecimal within(BigDecimal number) throws UnreadableValue {
        if (!fits(number)) {
            throw new UnreadableValue("number.tooManyDigits", MAX_DIGITS);
        }
        return number;
    }

    static boolean fits(BigDecimal number) {
        if (number.signum() == 0) {
            return true;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        long before = (long) stripped.precision() - stripped.scale();
        return stripped.precision() <= MAX_DIGITS && before <= MAX_DIGITS && stripped.scale() <= MAX_DIGITS;
    }

    private static BigDecimal parse(String text) throws UnreadableValue {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new UnreadableValue("number.notNumeric");
        }
    }
}
