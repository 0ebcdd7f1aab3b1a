package org.mimamori.engine.field;

import java.util.List;
import java.util.function.Consumer;
import org.mimamori.engine.problem.FieldProblem;

/** Several options of a list that scrolls; holds what check boxes hold. */
@FieldType("MULTI_SELECT")
public record MultiSelectField(
        FieldCode code,
        String label,
        boolean noLabel,
        boolean required,
        @OptionsJson List<Option> options,
        List<String> defaultValue)
        implements Field {

    public MultiSelectField {
        options = Options.require(options);
        defaultValue = List.copyOf(defaultValue);
        Options.requireDefault(options, defaultValue);
    }

    @Override
    public Shape shape() {
        return Shape.CHOICES;
    }

    @Override
    public Value initial(Initial initial) {
        return normalize(Value.choices(defaultValue));
    }

    @Override
    public Value normalize(Value value) {
        return Options.inOrder(options, value);
    }

    @Override
    public void check(Value value, Consumer<FieldProblem> problems) {
        Options.check(this, value, problems);
    }
}
