package org.mimamori.engine.field;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A time of day.
 *
 * @param defaultValue what a new record holds; {@code defaultNowValue} wins over it
 */
@FieldType("TIME")
public record TimeField(
        FieldCode code,
        String label,
        boolean noLabel,
        boolean required,
        @Nullable LocalTime defaultValue,
        boolean defaultNowValue)
        implements Field {

    @Override
    public Shape shape() {
        return Shape.TIME;
    }

    @Override
    public Value initial(Initial initial) {
        if (defaultNowValue) {
            return new Value.Time(initial.local().toLocalTime());
        }
        return defaultValue == null ? Value.BLANK : new Value.Time(defaultValue);
    }
}
