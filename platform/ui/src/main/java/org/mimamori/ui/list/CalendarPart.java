package org.mimamori.ui.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.mimamori.engine.field.Shape;
import org.mimamori.engine.query.Condition.Operand;
import org.mimamori.ui.field.DayPicker;
import org.mimamori.ui.field.DayTexts;
import org.mimamori.ui.field.FieldContext;
import org.mimamori.ui.field.TypedTimes;

/** The part of a condition on a day in which a day of the calendar is chosen, with a time where there is one. */
final class CalendarPart {

    private final Shape shape;
    private final FieldContext context;
    private final DayPicker day;
    private final TextField time = new TextField();
    private final Div pane;

    CalendarPart(Shape shape, FieldContext context) {
        this.shape = shape;
        this.context = context;
        this.day = new DayPicker(context);
        day.setAriaLabel(context.words().of("filter.value"));
        time.setAriaLabel(context.words().of("filter.time"));
        time.setPlaceholder(context.words().of("field.timeExample"));
        time.setManualValidation(true);
        time.addClassName("mm-time");
        time.setVisible(shape == Shape.MOMENT);
        pane = new Div(day, time);
        pane.addClassName("mm-operand");
    }

    Component component() {
        return pane;
    }

    /** Shows a day, or an instant, as the query language writes it; false if the text is neither. */
    boolean show(String text) {
        try {
            if (shape == Shape.DATE) {
                day.setValue(LocalDate.parse(text));
                return true;
            }
            ZonedDateTime local = OffsetDateTime.parse(text)
                    .atZoneSameInstant(context.person().zone());
            day.setValue(local.toLocalDate());
            time.setValue(DayTexts.time(local.toLocalTime()));
            return true;
        } catch (DateTimeException unreadable) {
            return false;
        }
    }

    Optional<Operand> operand() {
        LocalDate date = day.getValue();
        if (date == null) {
            return Optional.empty();
        }
        if (shape == Shape.DATE) {
            return Optional.of(new Operand.Quoted(date.toString()));
        }
        Optional<LocalTime> clock =
                time.getValue().isBlank() ? Optional.of(LocalTime.MIDNIGHT) : TypedTimes.read(time.getValue());
        return clock.map(at -> new Operand.Quoted(instant(date, at).toString()));
    }

    void mark(boolean missing) {
        boolean here = missing && pane.isVisible();
        day.setInvalid(here);
        day.setErrorMessage(here ? context.words().of("filter.valueMissing") : "");
    }

    private Instant instant(LocalDate date, LocalTime at) {
        return date.atTime(at).atZone(context.person().zone()).toInstant();
    }
}
