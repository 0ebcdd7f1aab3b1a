package org.mimamori.ui.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mimamori.engine.query.Condition.Operand;
import org.mimamori.ui.field.FieldContext;
import org.mimamori.ui.field.TypedNumbers;
import org.mimamori.ui.shell.Words;

/** The part of a condition on a day in which it is so many days, weeks, months or years before or after today. */
final class StepPart {

    private static final List<String> UNITS = List.of("DAYS", "WEEKS", "MONTHS", "YEARS");
    private static final List<Integer> DIRECTIONS = List.of(-1, 1);

    private final Words words;
    private final TextField amount = new TextField();
    private final Select<String> unit = new Select<>();
    private final Select<Integer> direction = new Select<>();
    private final Div pane;

    StepPart(FieldContext context) {
        words = context.words();
        amount.setManualValidation(true);
        amount.setAriaLabel(words.of("filter.step.amount"));
        amount.addClassName("mm-time");
        amount.getElement().setProperty("inputMode", "numeric");
        unit.setManualValidation(true);
        unit.setAriaLabel(words.of("filter.step.unit"));
        unit.setItemLabelGenerator(each -> words.of("filter.step." + each));
        unit.setItems(UNITS);
        unit.setValue(UNITS.getFirst());
        direction.setManualValidation(true);
        direction.setAriaLabel(words.of("filter.step.direction"));
        direction.setItemLabelGenerator(each -> words.of(each < 0 ? "filter.step.before" : "filter.step.after"));
        direction.setItems(DIRECTIONS);
        direction.setValue(DIRECTIONS.getFirst());
        pane = new Div(amount, unit, direction);
        pane.addClassName("mm-operand");
    }

    Component component() {
        return pane;
    }

    boolean show(List<String> args) {
        if (args.size() != 2 || !args.getFirst().matches("-?\\d{1,7}")) {
            return false;
        }
        int days = Integer.parseInt(args.getFirst());
        String given = args.get(1).toUpperCase(Locale.ROOT);
        if (!UNITS.contains(given)) {
            return false;
        }
        amount.setValue(Integer.toString(Math.abs(days)));
        direction.setValue(days < 0 ? -1 : 1);
        unit.setValue(given);
        return true;
    }

    Optional<Operand> operand() {
        return TypedNumbers.read(amount.getValue())
                .filter(number -> number.stripTrailingZeros().scale() <= 0 && number.signum() >= 0)
                .filter(number -> number.compareTo(BigDecimal.valueOf(9_999_999)) <= 0)
                .map(number -> new Operand.Call(
                        DayKind.FROM_TODAY.name(),
                        List.of(Integer.toString(number.intValue() * direction.getValue()), unit.getValue())));
    }

    void mark(boolean missing) {
        boolean here = missing && pane.isVisible();
        amount.setInvalid(here);
        amount.setErrorMessage(here ? words.of("filter.valueMissing") : "");
    }
}
