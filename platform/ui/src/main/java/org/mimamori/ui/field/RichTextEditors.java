package org.mimamori.ui.field;

import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.Value;

/** Editors of formatted text. */
final class RichTextEditors {

    private RichTextEditors() {}

    static Editor of(Field field, FieldContext context, Place place) {
        RichTextControl control = new RichTextControl(context.words(), context.label(field));
        FieldFrame frame = Labels.name(new FieldFrame(control), field, context, place);
        ControlEditor<FieldFrame> editor = new ControlEditor<>(
                field,
                context,
                frame,
                () -> control.getElement().callJsFunction("focus"),
                () -> new Typed.Read(Value.text(control.getValue())),
                value -> control.setValue(value instanceof Value.Text(String html) ? html : ""));
        control.addValueChangeListener(event -> editor.changed());
        return editor;
    }
}
