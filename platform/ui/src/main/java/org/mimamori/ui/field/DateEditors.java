package org.mimamori.ui.field;

import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.Value;

/** Editors of days, and of days with a time. */
final class DateEditors {

    private DateEditors() {}

    static Editor day(Field field, FieldContext context, Place place) {
        DayPicker picker = Labels.name(new DayPicker(context), field, context, place);
        ControlEditor<DayPicker> editor =
                ControlEditor.of(field, context, picker, date -> picker.typed(), DayPicker::dayOf);
        // Text that is no day changes no value, so the picker tells of it in another way.
        picker.addValidationStatusChangeListener(event -> editor.changed());
        return editor;
    }

    static Editor moment(Field field, FieldContext context, Place place) {
        DayPicker day = new DayPicker(context);
        day.setAriaLabel(context.words().of("field.dayOf", context.label(field)));
        TextField time = TextEditors.timeField(context);
        time.setAriaLabel(context.words().of("field.timeOf", context.label(field)));
        FieldFrame frame = Labels.name(FieldFrame.beside(day, time), field, context, place);
        frame.addClassName("mm-moment");
        ControlEditor<FieldFrame> editor = new ControlEditor<>(
                field,
                context,
                frame,
                day::focus,
                () -> momentIn(day, time, context),
                value -> show(value, day, time, context));
        day.addValueChangeListener(event -> editor.changed());
        day.addValidationStatusChangeListener(event -> editor.changed());
        time.addValueChangeListener(event -> editor.changed());
        return editor;
    }

    private static Typed momentIn(DayPicker day, TextField time, FieldContext context) {
        if (day.typed() instanceof Typed.Fault fault) {
            return fault;
        }
        if (TextEditors.timeIn(time.getValue()) instanceof Typed.Fault fault) {
            return fault;
        }
        LocalDate date = day.getValue();
        boolean timed = !time.getValue().isBlank();
        if (date == null) {
            return timed ? Typed.Fault.of("moment.dayMissing") : new Typed.Read(Value.BLANK);
        }
        return TypedTimes.read(time.getValue())
                .<Typed>map(clock -> new Typed.Read(new Value.Moment(
                        date.atTime(clock).atZone(context.person().zone()).toInstant())))
                .orElseGet(() -> Typed.Fault.of("moment.timeMissing"));
    }

    private static void show(Value value, DayPicker day, TextField time, FieldContext context) {
        if (value instanceof Value.Moment(Instant instant)) {
            ZonedDateTime local = instant.atZone(context.person().zone());
            day.setValue(local.toLocalDate());
            time.setValue(DayTexts.time(LocalTime.from(local)));
        } else {
            day.clear();
            time.clear();
        }
    }
}
