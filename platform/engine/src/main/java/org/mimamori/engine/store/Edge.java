package org.mimamori.engine.store;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.bson.types.Decimal128;
import org.mimamori.engine.directory.EntityRef;
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
        Shape shape = place.shape();
        return switch (operand) {
            case Value.Text(String text) when shape == Shape.TEXT -> exact(text);
            case Value.Decimal(BigDecimal number) when place.kind() == Place.Kind.NUMBER -> Optional.of(whole(number));
            case Value.Decimal(BigDecimal number) when shape == Shape.DECIMAL -> Optional.of(decimal(number));
            case Value.Choice(String option) when shape == Shape.CHOICE || shape == Shape.CHOICES -> exact(option);
            case Value.Date(LocalDate date) when shape == Shape.DATE -> Optional.of(day(date));
            case Value.Time(LocalTime time) when shape == Shape.TIME -> exact(time.toString());
            case Value.Moment(Instant instant) when shape == Shape.MOMENT -> Optional.of(moment(instant));
            case Value.Entity(EntityRef ref)
            when shape == Shape.ENTITY || shape == Shape.ENTITIES -> exact(EntityCodes.write(ref));
            default -> Optional.empty();
        };
    }

    private static Optional<Edge> exact(Object held) {
        return Optional.of(new Edge(held, 0));
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
