package org.mimamori.engine.field;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a decimal is written on the wire, in files and in queries. Display settings (units, digits) are not part of it.
 */
public enum DecimalForm {
    /** Plain digits: {@code 12.5}. */
    NUMBER {
        @Override
        public String write(BigDecimal number) {
            return number.toPlainString();
        }

        @Override
        BigDecimal read(String text) throws UnreadableValue {
            return Decimals.read(text);
        }
    },
    /** A number of seconds as hours and minutes, which may exceed a day: {@code 25:01}, as kintone's API has it. */
    HOUR_MINUTE {
        @Override
        public String write(BigDecimal number) {
            BigInteger minutes = number.toBigInteger().divide(BigInteger.valueOf(60));
            BigInteger[] parts = minutes.abs().divideAndRemainder(BigInteger.valueOf(60));
            return (minutes.signum() < 0 ? "-" : "") + parts[0] + ":" + "%02d".formatted(parts[1].intValue());
        }

        @Override
        BigDecimal read(String text) throws UnreadableValue {
            Matcher parts = DURATION.matcher(text);
            if (!parts.matches()) {
                throw new UnreadableValue("duration.notADuration");
            }
            long minutes = Long.parseLong(parts.group(2)) * 60 + Long.parseLong(parts.group(3));
            return BigDecimal.valueOf((parts.group(1).isEmpty() ? minutes : -minutes) * 60);
        }
    };

    private static final Pattern DURATION = Pattern.compile("(-?)(\\d{1,9}):([0-5]\\d)");

    public abstract String write(BigDecimal number);

    abstract BigDecimal read(String text) throws UnreadableValue;
}
