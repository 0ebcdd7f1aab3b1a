package org.mimamori.engine.field;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.function.Consumer;
import org.mimamori.engine.problem.FieldProblem;

/**
 * One option of a list, all of them in view. Always has a value: the default, or else the first option, as in kintone.
 *
 * @param markedRequired whether the definition calls it required, which means nothing for a field that is never empty
 */
@FieldType("RADIO_BUTTON")
public record RadioButtonField(
        FieldCode code,
        String label,
        boolean noLabel,
        @JsonProperty("required") boolean markedRequired,
        @OptionsJson List<Option> options,
        String defaultValue,
        Align align)
        implements Field {

    public RadioButtonField {
        options = Options.require(options);
        Options.requireDefault(options, defaultValue.isEmpty() ? List.of() : List.of(defaultValue));
    }

    @Override
    public Shape shape() {
        return Shape.CHOICE;
    }

    @Override
    public Value initial(Initial initial) {
        return preset();
    }

    @Override
    public Value normalize(Value value) {
        return value.isBlank() ? preset() : value;
    }

    @Override
    public void check(Value value, Consumer<FieldProblem> problems) {
        Options.check(this, value, problems);
    }

    private Value preset() {
        return new Value.Choice(defaultValue.isEmpty() ? options.getFirst().name() : defaultValue);
    }
}
