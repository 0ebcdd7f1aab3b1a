package org.mimamori.ui.field;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalTime;
import java.util.function.Function;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.LinkField;
import org.mimamori.engine.field.NumberField;
import org.mimamori.engine.field.Value;

/**
 * Editors in which one types text: text itself, links, numbers, times. They tell the server on leaving the field, never
 * per key, so that composing Japanese is not disturbed.
 */
final class TextEditors {

    private TextEditors() {}

    static Editor line(Field field, FieldContext context, Place place) {
        return editor(field, context, textField(field, context, place));
    }

    static Editor lines(Field field, FieldContext context, Place place) {
        TextArea area = Labels.name(new TextArea(), field, context, place);
        area.setManualValidation(true);
        area.setAutocomplete(Autocomplete.OFF);
        return ControlEditor.of(field, context, area, text -> new Typed.Read(Value.text(text)), TextEditors::textOf);
    }

    static Editor link(Field field, FieldContext context, Place place) {
        TextField control = textField(field, context, place);
        if (field instanceof LinkField link) {
            String keyboard = switch (link.protocol()) {
                case WEB -> "url";
                case CALL -> "tel";
                case MAIL -> "email";
            };
            control.getElement().setProperty("inputMode", keyboard);
        }
        return editor(field, context, control);
    }

    static Editor number(Field field, FieldContext context, Place place) {
        TextField control = textField(field, context, place);
        control.addThemeName("align-right");
        control.getElement().setProperty("inputMode", "decimal");
        if (field instanceof NumberField number && !number.unit().isEmpty()) {
            addUnit(control, number);
        }
        return ControlEditor.of(field, context, control, TextEditors::numberIn, TextEditors::numberOf);
    }

    static Editor time(Field field, FieldContext context, Place place) {
        TextField control = timeField(context);
        Labels.name(control, field, context, place);
        return ControlEditor.of(field, context, control, TextEditors::timeIn, TextEditors::timeOf);
    }

    /** A field in which one types a time of day. */
    static TextField timeField(FieldContext context) {
        TextField control = new TextField();
        control.addClassName("mm-time");
        control.setManualValidation(true);
        control.setAutoselect(true);
        control.setAutocomplete(Autocomplete.OFF);
        control.setPlaceholder(context.words().of("field.timeExample"));
        return control;
    }

    static Typed timeIn(String text) {
        if (text.isBlank()) {
            return new Typed.Read(Value.BLANK);
        }
        return TypedTimes.read(text)
                .<Typed>map(time -> new Typed.Read(new Value.Time(time)))
                .orElseGet(() -> Typed.Fault.of("time.notATime"));
    }

    static String timeOf(Value value) {
        return value instanceof Value.Time(LocalTime time) ? DayTexts.time(time) : "";
    }

    private static TextField textField(Field field, FieldContext context, Place place) {
        TextField control = Labels.name(new TextField(), field, context, place);
        control.setManualValidation(true);
        control.setAutocomplete(Autocomplete.OFF);
        return control;
    }

    private static Editor editor(Field field, FieldContext context, TextField control) {
        Function<String, Typed> read = text -> new Typed.Read(Value.text(text));
        return ControlEditor.of(field, context, control, read, TextEditors::textOf);
    }

    private static void addUnit(TextField control, NumberField field) {
        Span unit = new Span(field.unit());
        switch (field.unitPosition()) {
            case BEFORE -> control.setPrefixComponent(unit);
            case AFTER -> control.setSuffixComponent(unit);
        }
    }

    private static Typed numberIn(String text) {
        if (text.isBlank()) {
            return new Typed.Read(Value.BLANK);
        }
        return TypedNumbers.read(text)
                .<Typed>map(number -> new Typed.Read(new Value.Decimal(number)))
                .orElseGet(() -> Typed.Fault.of("number.notNumeric"));
    }

    private static String numberOf(Value value) {
        return value instanceof Value.Decimal decimal ? decimal.number().toPlainString() : "";
    }

    private static String textOf(Value value) {
        return value instanceof Value.Text(String text) ? text : "";
    }
}
