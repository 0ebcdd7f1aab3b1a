package org.mimamori.engine.formula;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.mimamori.engine.field.Value;

/**
 * What COUNTIF and SUMIF look for, as spreadsheets write it: a value, or a text that begins with a comparison
 * ({@code ">=30"}, {@code "<2026-04-01"}, {@code "<>不在"}). Numbers and days compare by size, text exactly; blank meets
 * nothing but blank and "not equal".
 */
record Criterion(String sign, Value operand) {

    private static final List<String> SIGNS = List.of("<=", ">=", "<>", "!=", "<", ">", "=");

    static Criterion of(Value written) {
        if (!(written instanceof Value.Text(String text))) {
            return new Criterion("=", written);
        }
        for (String sign : SIGNS) {
            if (text.startsWith(sign)) {
                return new Criterion(sign, operand(text.substring(sign.length())));
            }
        }
        return new Criterion("=", written);
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
            return names(value, Conversions.text(operand, NumberPrecision.DEFAULT));
        }
        return compared(value).filter(order -> order == 0).isPresent();
    }

    private Optional<Integer> compared(Value value) {
        Optional<BigDecimal> left = Conversions.findNumber(value);
        Optional<BigDecimal> right = Conversions.findNumber(numeric(operand));
        return left.isPresent() && right.isPresent()
                ? Optional.of(Numbers.compare(left.get(), right.get()))
                : Optional.empty();
    }

    private static Value operand(String text) {
        return Value.text(text);
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
