package org.mimamori.engine.formula;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Shape;
import org.mimamori.engine.field.Value;

/**
 * One field to be calculated.
 *
 * @param table the table it stands in, or null at the top level
 * @param shape what the field holds, which its formula's result is made into
 */
record Step(FieldCode field, @Nullable FieldCode table, Shape shape, Bound.One formula) {

    /** Whether both put their results into the same field in the same form. */
    boolean fillsLike(Step other) {
        return field.equals(other.field) && Objects.equals(table, other.table) && shape == other.shape;
    }

    /** The field's new value; {@link Uncomputable} when there can be none. */
    Value value(Run run) {
        Value result = formula.of().value(run);
        if (result.isBlank()) {
            return result;
        }
        return switch (shape) {
            case TEXT -> Conversions.text(Conversions.text(result, run.precision()));
            case DECIMAL -> new Value.Decimal(Numbers.rounded(seconds(result), run.precision()));
            case DATE -> date(result);
            case TIME -> time(result);
            case MOMENT -> new Value.Moment(minute(Conversions.instant(seconds(result))));
            case CHOICE, CHOICES, ENTITY, ENTITIES, FILES, ROWS, NONE -> throw Uncomputable.VALUE;
        };
    }

    private static Value date(Value result) {
        return result instanceof Value.Date(LocalDate date)
                ? Conversions.day(date)
                : Conversions.day(LocalDate.ofInstant(Conversions.instant(seconds(result)), ZoneOffset.UTC));
    }

    private static Value time(Value result) {
        Instant instant = Conversions.instant(seconds(result));
        return new Value.Time(LocalTime.ofInstant(minute(instant), ZoneOffset.UTC));
    }

    private static Instant minute(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MINUTES);
    }

    /** Text is no number here: kintone keeps text results in text fields only. */
    private static BigDecimal seconds(Value result) {
        return Conversions.findNumber(result).orElseThrow(() -> Uncomputable.VALUE);
    }
}
