package org.mimamori.engine.field;

import java.util.List;
import java.util.function.Consumer;
import org.mimamori.engine.problem.FieldProblem;

/** One option of a list that folds, or none. */
@FieldType("DROP_DOWN")
public record DropDownField(
        FieldCode code,
        String label,
        boolean noLabel,
        boolean required,
        @OptionsJson List<Option> options,
        String defaultValue)
        implements Field {

    public DropDownField {
        options = Options.require(options);
        Options.requireDefault(options, defaultValue.isEmpty() ? List.of() : List.of(defaultValue));
    }

    @Override
    public Shape shape() {
        return Shape.CHOICE;
    }

    @Override
    public Value initial(Initial initial) {
        return defaultValue.isEmpty() ? Value.BLANK : new Value.Choice(defaultValue);
    }

    @Override
    public void check(Value value, Consumer<FieldProblem> problems) {
        Options.check(this, value, problems);
    }
}
