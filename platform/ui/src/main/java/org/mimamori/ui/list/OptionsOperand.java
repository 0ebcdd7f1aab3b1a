package org.mimamori.ui.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.Option;
import org.mimamori.engine.query.Condition.Operand;
import org.mimamori.ui.field.FieldContext;

/** The control in which options of a choice field are chosen; the empty option stands for "nothing chosen". */
final class OptionsOperand implements OperandPane {

    private final MultiSelectComboBox<String> control = new MultiSelectComboBox<>();
    private final FieldContext context;
    private final List<String> offered;

    private OptionsOperand(Field field, Set<String> chosen, FieldContext context) {
        this.context = context;
        this.offered =
                new ArrayList<>(field.options().stream().map(Option::name).toList());
        offered.add("");
        control.setManualValidation(true);
        control.setAriaLabel(context.words().of("filter.values"));
        control.setItemLabelGenerator(
                option -> option.isEmpty() ? context.words().of("field.blank") : context.option(field, option));
        control.setItems(offered);
        control.setValue(chosen);
        control.setAutoExpand(MultiSelectComboBox.AutoExpandMode.BOTH);
    }

    static Optional<OperandPane> of(Field field, List<Operand> operands, FieldContext context) {
        Set<String> names = new LinkedHashSet<>(List.of(""));
        field.options().forEach(option -> names.add(option.name()));
        Set<String> chosen = new LinkedHashSet<>();
        for (Operand operand : operands) {
            if (!(operand instanceof Operand.Quoted(String text)) || !names.contains(text)) {
                return Optional.empty();
            }
            chosen.add(text);
        }
        return Optional.of(new OptionsOperand(field, chosen, context));
    }

    @Override
    public Component component() {
        return control;
    }

    @Override
    public Optional<List<Operand>> operands() {
        List<Operand> operands = offered.stream()
                .filter(control.getValue()::contains)
                .<Operand>map(Operand.Quoted::new)
                .toList();
        return operands.isEmpty() ? Optional.empty() : Optional.of(operands);
    }

    @Override
    public void mark(boolean missing) {
        control.setInvalid(missing);
        control.setErrorMessage(missing ? context.words().of("filter.valueMissing") : "");
    }
}
