package org.mimamori.ui.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.Operator;
import org.mimamori.engine.query.Condition;
import org.mimamori.engine.text.Folding;
import org.mimamori.ui.shell.Words;

/** One comparison of a filter being built: field, operator, value. */
final class FilterLine implements FilterPart {

    private final FilterScope scope;
    private final Words words;
    private final Div line = new Div();
    private final Div value = new Div();
    private final ComboBox<FilterField> field = new ComboBox<>();
    private final Select<Operator> operator = new Select<>();
    private @Nullable OperandPane operand;

    private FilterLine(FilterScope scope, Consumer<FilterPart> remove) {
        this.scope = scope;
        this.words = scope.context().words();
        field.setManualValidation(true);
        field.setAriaLabel(words.of("filter.field"));
        field.setPlaceholder(words.of("filter.field"));
        field.setItemLabelGenerator(each -> each.label(scope.context()));
        field.setItems(
                (each, typed) -> Folding.fold(each.label(scope.context())).contains(Folding.fold(typed)),
                scope.fields());
        operator.setManualValidation(true);
        operator.setAriaLabel(words.of("filter.operator"));
        operator.setItemLabelGenerator(this::name);
        operator.setVisible(false);
        Button away = new Button(VaadinIcon.CLOSE_SMALL.create(), event -> remove.accept(this));
        away.addThemeName("tertiary icon");
        away.setAriaLabel(words.of("filter.remove"));
        value.addClassName("mm-filter-value");
        line.addClassName("mm-filter-line");
        line.add(field, operator, value, away);
        field.addValueChangeListener(event -> offerOperators(event.getValue()));
        operator.addValueChangeListener(event -> offerValues(event.getValue()));
    }

    /** A line with nothing chosen. */
    static FilterLine empty(FilterScope scope, Consumer<FilterPart> remove) {
        return new FilterLine(scope, remove);
    }

    /** A line that shows a comparison; empty when the controls cannot show it. */
    static Optional<FilterPart> of(Condition.Test test, FilterScope scope, Consumer<FilterPart> remove) {
        Optional<FilterField> known = test.relatedField() == null ? scope.find(test.field()) : Optional.empty();
        return known.filter(found -> found.operators().contains(test.operator()))
                .flatMap(found -> Operands.of(found.field(), test.operator(), test.operands(), scope.context())
                        .map(pane -> {
                            FilterLine line = new FilterLine(scope, remove);
                            line.field.setValue(found);
                            line.operator.setValue(test.operator());
                            line.show(pane);
                            return line;
                        }));
    }

    private String name(Operator each) {
        FilterField chosen = field.getValue();
        return chosen == null ? each.sign() : words.of("filter." + chosen.operatorKey(each));
    }

    private void offerOperators(@Nullable FilterField chosen) {
        operator.setVisible(chosen != null);
        if (chosen == null) {
            operand = null;
            value.removeAll();
            return;
        }
        List<Operator> operators = chosen.operators();
        operator.setItems(operators);
        operator.setValue(operators.contains(Operator.LIKE) ? Operator.LIKE : operators.getFirst());
    }

    private void offerValues(@Nullable Operator chosen) {
        FilterField of = field.getValue();
        if (chosen != null && of != null) {
            show(Operands.of(of.field(), chosen, scope.context()));
        }
    }

    private void show(OperandPane pane) {
        operand = pane;
        value.removeAll();
        value.add(pane.component());
    }

    @Override
    public Component component() {
        return line;
    }

    @Override
    public Optional<Condition> condition() {
        FilterField chosen = field.getValue();
        OperandPane pane = operand;
        if (chosen == null || pane == null) {
            return Optional.empty();
        }
        return pane.operands()
                .map(operands ->
                        new Condition.Test(chosen.field().code().text(), null, operator.getValue(), operands, 0));
    }

    /** A line in which not even a field was chosen asks nothing and lacks nothing. */
    @Override
    public boolean complete() {
        OperandPane pane = operand;
        if (pane == null) {
            return true;
        }
        boolean missing = pane.operands().isEmpty();
        pane.mark(missing);
        return !missing;
    }
}
