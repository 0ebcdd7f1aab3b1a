package org.mimamori.ui.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.mimamori.engine.query.Condition.Operand;
import org.mimamori.ui.field.FieldContext;

/** The control in which several texts or numbers are typed, one after the other. */
final class TermsOperand implements OperandPane {

    private final MultiSelectComboBox<String> control = new MultiSelectComboBox<>();
    private final FieldContext context;
    private final Function<String, Optional<Operand>> read;

    private TermsOperand(List<String> shown, FieldContext context, Function<String, Optional<Operand>> read) {
        this.context = context;
        this.read = read;
        List<String> offered = new ArrayList<>(shown);
        control.setManualValidation(true);
        control.setAriaLabel(context.words().of("filter.values"));
        control.setPlaceholder(context.words().of("filter.values"));
        control.setItemLabelGenerator(text -> text.isEmpty() ? context.words().of("field.blank") : text);
        control.setItems(offered);
        control.setValue(new LinkedHashSet<>(shown));
        control.setAllowCustomValue(true);
        control.addCustomValueSetListener(event -> add(event.getDetail(), offered));
    }

    static Optional<OperandPane> texts(List<Operand> operands, FieldContext context) {
        return shown(operands)
                .map(texts -> new TermsOperand(texts, context, text -> Optional.of(new Operand.Quoted(text))));
    }

    static Optional<OperandPane> numbers(List<Operand> operands, FieldContext context) {
        return shown(operands).map(texts -> new TermsOperand(texts, context, TermsOperand::number));
    }

    /** Numbers stay as they were written; an empty text stands for "no number". */
    private static Optional<Operand> number(String text) {
        return text.isEmpty() ? Optional.of(new Operand.Quoted("")) : TermOperand.bare(text);
    }

    private static Optional<List<String>> shown(List<Operand> operands) {
        List<String> texts = new ArrayList<>();
        for (Operand operand : operands) {
            switch (operand) {
                case Operand.Quoted(String text) -> texts.add(text);
                case Operand.Bare(String text) -> texts.add(text);
                case Operand.Call call -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(texts);
    }

    private void add(String typed, List<String> offered) {
        Set<String> chosen = new LinkedHashSet<>(control.getValue());
        read.apply(typed).ifPresent(operand -> {
            offered.add(typed);
            chosen.add(typed);
            control.setItems(List.copyOf(offered));
            control.setValue(chosen);
        });
    }

    @Override
    public Component component() {
        return control;
    }

    @Override
    public Optional<List<Operand>> operands() {
        List<Operand> operands = control.getValue().stream()
                .flatMap(text -> read.apply(text).stream())
                .toList();
        return operands.isEmpty() ? Optional.empty() : Optional.of(operands);
    }

    @Override
    public void mark(boolean missing) {
        control.setInvalid(missing);
        control.setErrorMessage(missing ? context.words().of("filter.valueMissing") : "");
    }
}
