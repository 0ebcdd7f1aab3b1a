package org.mimamori.engine.formula;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.mimamori.engine.field.Value;

/**
 * Takes a value for another kind. kintone counts time in seconds: a date is 00:00 UTC of its day, a time its seconds
 * since midnight, a moment its seconds since 1970.
 */
final class Conversions {

    static final int SECONDS_PER_DAY = 86_400;

    /** Texts of formulas stay below the longest text a record takes. */
    static final int MAX_TEXT = 100_000;

    private static final int LARGEST_WHOLE = 1_000_000_000;

    private Conversions() {}

    /** The value as a number; what a blank is depends on the kind of its place. */
    static BigDecimal number(Value value, Kind kind) {
        if (value.isBlank()) {
            if (kind.blankIsZero()) {
                return BigDecimal.ZERO;
            }
            throw Uncomputable.VALUE;
        }
        return findNumber(value).orElseThrow(() -> Uncomputable.VALUE);
    }

    /** The value as a number; empty for text and blank. */
    static Optional<BigDecimal> findNumber(Value value) {
        return switch (value) {
            case Value.Decimal(BigDecimal number) -> Optional.of(number);
            case Value.Date(LocalDate date) -> Optional.of(BigDecimal.valueOf(date.toEpochDay() * SECONDS_PER_DAY));
            case Value.Time(LocalTime time) -> Optional.of(BigDecimal.valueOf(time.toSecondOfDay()));
            case Value.Moment(Instant instant) -> Optional.of(BigDecimal.valueOf(instant.getEpochSecond()));
            case Value.Blank blank -> Optional.empty();
            case Value.Text text -> Optional.empty();
            case Value.Choice choice -> Optional.empty();
            case Value.Choices choices -> Optional.empty();
            case Value.Entity entity -> Optional.empty();
            case Value.Entities entities -> Optional.empty();
            case Value.Files files -> Optional.empty();
            case Value.Rows rows -> Optional.empty();
        };
    }

    static int whole(BigDecimal number) {
        if (number.abs().compareTo(BigDecimal.valueOf(LARGEST_WHOLE)) > 0) {
            throw Uncomputable.VALUE;
        }
        return Numbers.settle(number).intValue();
    }

    /** The value as text: numbers, days and times in plain digits, as kintone joins them. */
    static String text(Value value, NumberPrecision precision) {
        if (value instanceof Value.Text(String text)) {
            return text;
        }
        return findNumber(value)
                .map(number -> Numbers.rounded(number, precision).toPlainString())
                .orElse("");
    }

    /** The text as a value; refuses one longer than a record takes. */
    static Value text(String text) {
        if (text.length() > MAX_TEXT) {
            throw Uncomputable.VALUE;
        }
        return Value.text(text);
    }

    /** The day the value names; a moment on the wall of the zone, seconds in UTC. */
    static Optional<LocalDate> day(Value value, ZoneId zone) {
        return switch (value) {
            case Value.Date(LocalDate date) -> Optional.of(date);
            case Value.Moment(Instant instant) -> Optional.of(LocalDate.ofInstant(instant, zone));
            case Value.Decimal(BigDecimal seconds) ->
                Optional.of(LocalDate.ofInstant(instant(seconds), ZoneOffset.UTC));
            case Value.Blank blank -> Optional.empty();
            case Value.Text text -> throw Uncomputable.VALUE;
            case Value.Time time -> throw Uncomputable.VALUE;
            case Value.Choice choice -> throw Uncomputable.VALUE;
            case Value.Choices choices -> throw Uncomputable.VALUE;
            case Value.Entity entity -> throw Uncomputable.VALUE;
            case Value.Entities entities -> throw Uncomputable.VALUE;
            case Value.Files files -> throw Uncomputable.VALUE;
            case Value.Rows rows -> throw Uncomputable.VALUE;
        };
    }

    /** The instant so many seconds after 1970; within the years a record may hold. */
    static Instant instant(BigDecimal seconds) {
        try {
            return requireYear(Instant.ofEpochSecond(Numbers.floor(seconds).longValueExact()));
        } catch (ArithmeticException | DateTimeException e) {
            throw Uncomputable.VALUE;
        }
    }

    /** The day as a value; within the years a record may hold. */
    static Value day(LocalDate day) {
        if (day.getYear() < 1000 || day.getYear() > 9999) {
            throw Uncomputable.VALUE;
        }
        return new Value.Date(day);
    }

    private static Instant requireYear(Instant instant) {
        day(LocalDate.ofInstant(instant, ZoneOffset.UTC));
        return instant;
    }
}
