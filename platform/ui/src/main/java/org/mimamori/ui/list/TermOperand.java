package org.mimamori.ui.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mimamori.engine.query.Condition.Operand;
import org.mimamori.ui.field.DayTexts;
import org.mimamori.ui.field.FieldContext;
import org.mimamori.ui.field.TypedNumbers;
import org.mimamori.ui.field.TypedTimes;

/** The control in which one text, number or time is typed. */
final class TermOperand implements OperandPane {

    private final TextField control = new TextField();
    private final FieldContext context;
    private final Function<String, Optional<Operand>> read;

    private TermOperand(String shown, FieldContext context, Function<String, Optional<Operand>> read) {
        this.context = context;
        this.read = read;
        control.setManualValidation(true);
        control.setAutocomplete(Autocomplete.OFF);
        control.setAriaLabel(context.words().of("filter.value"));
        control.setValue(shown);
    }

    static Optional<OperandPane> text(List<Operand> operands, FieldContext context) {
        return shown(operands).map(text -> new TermOperand(text, context, TermOperand::quoted));
    }

    static Optional<OperandPane> number(List<Operand> operands, FieldContext context) {
        return shown(operands).map(text -> new TermOperand(text, context, TermOperand::bare));
    }

    static Optional<OperandPane> time(List<Operand> operands, FieldContext context) {
        return shown(operands).map(text -> new TermOperand(text, context, TermOperand::time));
    }

    private static Optional<String> shown(List<Operand> operands) {
        if (operands.isEmpty()) {
            return Optional.of("");
        }
        return switch (operands.getFirst()) {
            case Operand.Quoted(String text) -> Optional.of(text);
            case Operand.Bare(String text) -> Optional.of(text);
            case Operand.Call call -> Optional.empty();
        };
    }

    private static Optional<Operand> quoted(String typed) {
        return typed.isBlank() ? Optional.empty() : Optional.of(new Operand.Quoted(typed));
    }

    static Optional<Operand> bare(String typed) {
        return TypedNumbers.read(typed).map(number -> new Operand.Bare(number.toPlainString()));
    }

    private static Optional<Operand> time(String typed) {
        return TypedTimes.read(typed).map(time -> new Operand.Quoted(DayTexts.time(time)));
    }

    @Override
    public Component component() {
        return control;
    }

    @Override
    public Optional<List<Operand>> operands() {
        return read.apply(control.getValue()).map(List::of);
    }

    @Override
    public void mark(boolean missing) {
        control.setInvalid(missing);
        control.setErrorMessage(missing ? context.words().of("filter.valueMissing") : "");
    }
}
