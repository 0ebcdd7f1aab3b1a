package org.mimamori.engine.store;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.bson.types.Decimal128;
import org.mimamori.engine.field.Shape;
import org.mimamori.engine.field.Value;

/**
 * An operand as the database compares it. Where the database cannot hold the operand, it is the nearest it can hold,
 * and nothing held lies between the two.
 *
 * @param off less than 0 when {@code held} is smaller than the operand, more when it is larger, 0 when they are equal
 */
record Edge(Object held, int off) {

    private static final LocalDate FIRST_DAY = LocalDate.of(ValueWriter.FIRST_YEAR, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(ValueWriter.LAST_YEAR, 12, 31);

    /** Empty when the operand is not of the place's shape, or is no single value. */
    static Optional<Edge> of(Place place, Value operand) {
        return fits(place.shape(), operand) ? Optional.of(edge(place, operand)) : Optional.empty();
    }

    private static boolean fits(Shape shape, Value operand) {
        return switch (operand) {
            case Value.Text text -> shape == Shape.TEXT;
            case Value.Decimal decimal -> shape == Shape.DECIMAL;
            case Value.Choice choice -> shape == Shape.CHOICE || shape == Shape.CHOICES;
            case Value.Date date -> shape == Shape.DATE;
            case Value.Time time -> shape == Shape.TIME;
            case Value.Moment moment -> shape == Shape.MOMENT;
            case Value.Entity entity -> shape == Shape.ENTITY || shape == Shape.ENTITIES;
            case Value.Blank blank -> false;
            case Value.Choices choices -> false;
            case Value.Entities entities -> false;
            case Value.Files files -> false;
            case Value.Rows rows -> false;
        };
    }

    private static Edge edge(Place place, Value operand) {
        return switch (operand) {
            case Value.Decimal(BigDecimal number) ->
                place.kind() == Place.Kind.NUMBER ? whole(number) : decimal(number);
            case Value.Date(LocalDate date) -> day(date);
            case Value.Moment(Instant instant) -> moment(instant);
            case Value.Text text -> exact(text);
            case Value.Choice choice -> exact(choice);
            case Value.Time time -> exact(time);
            case Value.Entity entity -> exact(entity);
            case Value.Blank blank -> exact(blank);
            case Value.Choices choices -> exact(choices);
            case Value.Entities entities -> exact(entities);
            case Value.Files files -> exact(files);
            case Value.Rows rows -> exact(rows);
        };
    }

    private static Edge exact(Value operand) {
        return new Edge(ValueWriter.write(operand), 0);
    }

    private static Edge whole(BigDecimal number) {
        BigDecimal floor = number.setScale(0, RoundingMode.FLOOR)
                .max(BigDecimal.valueOf(Long.MIN_VALUE))
                .min(BigDecimal.valueOf(Long.MAX_VALUE));
        return new Edge(floor.longValueExact(), floor.compareTo(number));
    }

    private static Edge decimal(BigDecimal number) {
        BigDecimal rounded = number.round(MathContext.DECIMAL128);
        try {
            return new Edge(new Decimal128(rounded), rounded.compareTo(number));
        } catch (NumberFormatException beyond) {
            return beyond(rounded);
        }
    }

    /** Too large for any number the database holds, or too near to nothing. */
    private static Edge beyond(BigDecimal number) {
        int sign = number.signum();
        if (number.abs().compareTo(BigDecimal.ONE) < 0) {
            return new Edge(Decimal128.POSITIVE_ZERO, -sign);
        }
        return new Edge(sign > 0 ? Decimal128.POSITIVE_INFINITY : Decimal128.NEGATIVE_INFINITY, sign);
    }

    private static Edge day(LocalDate date) {
        LocalDate held = date.isBefore(FIRST_DAY) ? FIRST_DAY : date.isAfter(LAST_DAY) ? LAST_DAY : date;
        return new Edge(held.toString(), held.compareTo(date));
    }

    private static Edge moment(Instant instant) {
        Instant held = instant.isBefore(Instant.ofEpochMilli(Long.MIN_VALUE))
                ? Instant.ofEpochMilli(Long.MIN_VALUE)
                : instant.isAfter(Instant.ofEpochMilli(Long.MAX_VALUE))
                        ? Instant.ofEpochMilli(Long.MAX_VALUE)
                        : ValueWriter.moment(instant);
        return new Edge(held, held.compareTo(instant));
    }
}
