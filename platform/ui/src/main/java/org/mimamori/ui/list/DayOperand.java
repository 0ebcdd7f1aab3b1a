package org.mimamori.ui.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mimamori.engine.field.Shape;
import org.mimamori.engine.query.Condition.Operand;
import org.mimamori.ui.field.FieldContext;
import org.mimamori.ui.shell.Words;

/** The control in which a day is chosen: one of the calendar, or one that moves with today. */
final class DayOperand implements OperandPane {

    private final Select<DayKind> kind = new Select<>();
    private final Select<String> detail = new Select<>();
    private final CalendarPart calendar;
    private final StepPart step;
    private final Div pane = new Div();

    private DayOperand(Shape shape, FieldContext context) {
        Words words = context.words();
        calendar = new CalendarPart(shape, context);
        step = new StepPart(context);
        kind.setManualValidation(true);
        kind.setAriaLabel(words.of("filter.day"));
        kind.setItemLabelGenerator(each -> words.of("filter.day." + each.name()));
        kind.setItems(Arrays.stream(DayKind.values())
                .filter(each -> each != DayKind.NOW || shape == Shape.MOMENT)
                .toList());
        detail.setManualValidation(true);
        detail.setAriaLabel(words.of("filter.day.detail"));
        detail.setItemLabelGenerator(
                each -> words.of("filter.day.detail." + (each.matches("\\d+") ? "number" : each), each));
        kind.addValueChangeListener(event -> offer(event.getValue()));
        pane.addClassName("mm-operand");
        pane.add(kind, detail, calendar.component(), step.component());
    }

    static Optional<OperandPane> of(Shape shape, List<Operand> operands, FieldContext context) {
        DayOperand pane = new DayOperand(shape, context);
        boolean shown = operands.isEmpty() ? pane.show(DayKind.TODAY) : pane.show(operands.getFirst());
        return shown ? Optional.of(pane) : Optional.empty();
    }

    private boolean show(DayKind chosen) {
        kind.setValue(chosen);
        return true;
    }

    private boolean show(Operand operand) {
        return switch (operand) {
            case Operand.Quoted(String text) -> show(DayKind.DATE) && calendar.show(text);
            case Operand.Bare bare -> false;
            case Operand.Call(String name, List<String> args) ->
                DayKind.ofFunction(name)
                        .map(function -> show(function) && show(function, args))
                        .orElse(false);
        };
    }

    private boolean show(DayKind function, List<String> args) {
        if (function == DayKind.FROM_TODAY) {
            return step.show(args);
        }
        String given = args.isEmpty() ? "" : args.getFirst().toUpperCase(Locale.ROOT);
        List<String> possible = function.details();
        if (possible.isEmpty()) {
            return args.isEmpty();
        }
        if (!possible.contains(given)) {
            return false;
        }
        detail.setValue(given);
        return true;
    }

    private void offer(DayKind chosen) {
        List<String> details = chosen.details();
        detail.setVisible(!details.isEmpty());
        if (!details.isEmpty()) {
            detail.setItems(details);
            detail.setValue("");
        }
        calendar.component().setVisible(chosen == DayKind.DATE);
        step.component().setVisible(chosen == DayKind.FROM_TODAY);
    }

    @Override
    public Component component() {
        return pane;
    }

    @Override
    public Optional<List<Operand>> operands() {
        return operand(kind.getValue()).map(List::of);
    }

    private Optional<Operand> operand(DayKind chosen) {
        return switch (chosen) {
            case DATE -> calendar.operand();
            case FROM_TODAY -> step.operand();
            case THIS_WEEK, LAST_WEEK, NEXT_WEEK, THIS_MONTH, LAST_MONTH, NEXT_MONTH -> {
                String narrowed = detail.getValue();
                yield Optional.of(new Operand.Call(chosen.name(), narrowed.isEmpty() ? List.of() : List.of(narrowed)));
            }
            case NOW, TODAY, YESTERDAY, TOMORROW, THIS_YEAR, LAST_YEAR, NEXT_YEAR ->
                Optional.of(new Operand.Call(chosen.name(), List.of()));
        };
    }

    @Override
    public void mark(boolean missing) {
        calendar.mark(missing);
        step.mark(missing);
    }
}
