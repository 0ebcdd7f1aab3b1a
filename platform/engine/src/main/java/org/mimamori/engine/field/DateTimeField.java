package org.mimamori.engine.field;

import java.time.LocalDateTime;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.problem.FieldProblem;

/**
 * An instant, to the minute.
 *
 * @param defaultValue what a new record holds, on the wall of whoever adds it; {@code defaultNowValue} wins over it
 */
@FieldType("DATETIME")
public record DateTimeField(
        FieldCode code,
        String label,
        boolean noLabel,
        boolean required,
        boolean unique,
        @Nullable LocalDateTime defaultValue,
        boolean defaultNowValue)
        implements Field {

    public DateTimeField {
        if (defaultValue != null) {
            DayRange.requireDefault(defaultValue.toLocalDate());
        }
    }

    @Override
    public Shape shape() {
        return Shape.MOMENT;
    }

    @Override
    public Value initial(Initial initial) {
        if (defaultNowValue) {
            return new Value.Moment(initial.now());
        }
        return defaultValue == null
                ? Value.BLANK
                : new Value.Moment(defaultValue.atZone(initial.actor().zone()).toInstant());
    }

    @Override
    public void check(Value value, Consumer<FieldProblem> problems) {
        DayRange.check(code, value, problems);
    }
}
