package org.mimamori.engine.field;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.problem.FieldProblem;

/**
 * A calendar day.
 *
 * @param defaultValue what a new record holds; {@code defaultNowValue} wins over it
 */
@FieldType("DATE")
public record DateField(
        FieldCode code,
        String label,
        boolean noLabel,
        boolean required,
        boolean unique,
        @Nullable LocalDate defaultValue,
        boolean defaultNowValue)
        implements Field {

    public DateField {
        if (defaultValue != null) {
            DayRange.requireDefault(defaultValue);
        }
    }

    @Override
    public Shape shape() {
        return Shape.DATE;
    }

    @Override
    public Value initial(Initial initial) {
        if (defaultNowValue) {
            return new Value.Date(initial.local().toLocalDate());
        }
        return defaultValue == null ? Value.BLANK : new Value.Date(defaultValue);
    }

    @Override
    public void check(Value value, Consumer<FieldProblem> problems) {
        DayRange.check(code, value, problems);
    }
}
