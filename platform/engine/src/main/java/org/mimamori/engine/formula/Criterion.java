package org.mimamori.engine.formula;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.mimamori.engine.field.Value;

/**
 * What COUNTIF and SUMIF look for, as spreadsheets write it: a value, or a text that begins with a comparison
 * ({@code ">=30"}, {@code "<2026-04-01"}, {@code "<>不在"}). Numbers and days compare by size, moments with a day by the
 * day they fall on, text exactly; blank meets nothing but blank and "not equal".
 */
record Criterion(String sign, Value operand, Run run) {

    private static final List<String> SIGNS = List.of("<=", ">=", "<>", "!=", "<", ">", "=");

    static Criterion of(Value written, Run run) {
        if (!(written instanceof Value.Text(String text))) {
            return new Criterion("=", written, run);
        }
        for (String sign : SIGNS) {
            if (text.startsWith(sign)) {
                return new Criterion(sign, Value.text(text.substring(sign.length())), run);
            }
        }
        return new Criterion("=", written, run);
    }

    boolean holds(Value value) {
        return switch (sign) {
            case "=" -> equal(value);
            case "<>", "!=" -> !equal(value);
            case "<" -> compared(value).filter(order -> order < 0).isPresent();
            case "<=" -> compared(value).filter(order -> order <= 0).isPresent();
            case ">" -> compared(value).filter(order -> order > 0).isPresent();
            default -> compared(value).filter(order -> order >= 0).isPresent();
        };
    }

    /** Whether the value is the text, or one of its options is. */
    static boolean names(Value value, String text) {
        if (value instanceof Value.Choices(List<String> options)) {
            return options.contains(text);
        }
        return value.equals(Value.text(text));
    }

    private boolean equal(Value value) {
        if (value.isBlank() || operand.isBlank()) {
            return value.isBlank() && operand.isBlank();
        }
        if (value instanceof Value.Text || value instanceof Value.Choices) {
            return names(value, Conversions.text(operand, run.precision()));
        }
        return compared(value).filter(order -> order == 0).isPresent();
    }

    private Optional<Integer> compared(Value value) {
        Value sought = numeric(operand);
        boolean byDay = value instanceof Value.Moment && sought instanceof Value.Date;
        Optional<BigDecimal> left = Conversions.findNumber(byDay ? day(value) : value);
        Optional<BigDecimal> right = Conversions.findNumber(sought);
        return left.isPresent() && right.isPresent()
                ? Optional.of(Numbers.compare(left.get(), right.get()))
                : Optional.empty();
    }

    /** The day the moment falls on, on the wall of the run's zone. */
    private Value day(Value moment) {
        return Conversions.day(moment, run.zone()).<Value>map(Value.Date::new).orElse(Value.BLANK);
    }

    /** A number or a day written as text, for what is counted by size. */
    private static Value numeric(Value value) {
        if (!(value instanceof Value.Text(String text))) {
            return value;
        }
        if (text.matches("[+-]?[0-9]{1,40}([.][0-9]{1,40})?")) {
            return new Value.Decimal(new BigDecimal(text));
        }
        try {
            return new Value.Date(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return value;
        }
    }
}
