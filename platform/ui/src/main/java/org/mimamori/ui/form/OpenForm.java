package org.mimamori.ui.form;

import com.vaadin.flow.component.Component;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.record.Preview;
import org.mimamori.ui.field.Display;
import org.mimamori.ui.field.Editor;
import org.mimamori.ui.field.FieldContext;
import org.mimamori.ui.field.Place;

/** A form on screen: editors where the person may type, displays where the person may only read, laid out. */
final class OpenForm {

    private final Desk desk;
    private final Opening opening;
    private final FieldContext context;
    private final TypedForm typed = new TypedForm();
    private final Map<FieldCode, Display> displays = new HashMap<>();
    private final LayoutPane layout;

    OpenForm(Desk desk, Opening opening, FieldContext context) {
        this.desk = desk;
        this.opening = opening;
        this.context = context;
        this.layout = new LayoutPane(opening.app(), context.locale(), this::part);
    }

    Component component() {
        return layout;
    }

    TypedForm typed() {
        return typed;
    }

    /** Shows a record; what is typed from now on are changes to it. */
    void open(Function<Field, Value> record) {
        AppDefinition app = opening.app();
        app.fields().top().forEach(field -> open(field, record.apply(field)));
    }

    /** Shows one field of a record. */
    void open(Field field, Value value) {
        typed.open(field.code(), value);
        Optional.ofNullable(displays.get(field.code())).ifPresent(display -> display.show(value));
    }

    /** Tells of every change by the person, and in which field. */
    void onChange(Consumer<FieldCode> listener) {
        typed.forEach(entry -> entry.getValue().onChange(() -> listener.accept(entry.getKey())));
    }

    /** Shows what the record would be if it were saved now. */
    void follow(Preview preview) {
        Map<FieldCode, Value> values = preview.values();
        opening.app().fields().top().stream()
                .filter(field -> field.systemValue().isEmpty())
                .forEach(field -> follow(field, values.getOrDefault(field.code(), Value.BLANK)));
        Set<FieldCode> required = new HashSet<>(preview.required());
        typed.forEach(entry -> entry.getValue().require(required.contains(entry.getKey())));
        layout.hide(new HashSet<>(preview.hidden()));
    }

    /** Takes the reader to a field. */
    void goTo(FieldCode code) {
        layout.reveal(code);
        typed.editor(code).ifPresent(editor -> {
            editor.component().scrollIntoView();
            editor.focus();
        });
    }

    /** Fields the person may see, shown or not. */
    List<Field> readable() {
        return opening.app().fields().top().stream()
                .filter(field -> opening.access().of(field.code()).readable())
                .toList();
    }

    private void follow(Field field, Value value) {
        Optional.ofNullable(displays.get(field.code())).ifPresent(display -> display.show(value));
        typed.editor(field.code()).ifPresent(editor -> editor.refresh(value));
    }

    private Optional<Component> part(FieldCode code) {
        return opening.app()
                .field(code)
                .filter(Field::enabled)
                .filter(field -> opening.access().of(code).readable())
                .filter(field -> opening.record() != null || field.systemValue().isEmpty())
                .map(this::display)
                .map(Display::component);
    }

    private Display display(Field field) {
        FieldCode code = field.code();
        if (context.typed(field) && opening.access().of(code).writable()) {
            Editor editor = desk.editors().of(field, context, Place.FORM);
            typed.add(code, editor);
            return editor;
        }
        Display display = desk.displays().of(field, context, Place.FORM);
        displays.put(code, display);
        return display;
    }
}
