package org.mimamori.ui.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.Value;

/** A value with its label, to be read. */
final class ShownValue implements Display {

    private final Div frame = new Div();
    private final Div content = new Div();
    private final Function<Value, Component> rendering;
    private @Nullable Value shown;

    ShownValue(Field field, FieldContext context, Place place, Function<Value, Component> rendering) {
        this.rendering = rendering;
        frame.addClassName("mm-shown");
        frame.getElement().setAttribute(Labels.FIELD, field.code().text());
        frame.getElement().setAttribute("role", "group");
        frame.getElement().setAttribute("aria-label", context.label(field));
        if (place == Place.FORM && !field.noLabel()) {
            Span label = new Span(context.label(field));
            label.addClassName("mm-label");
            label.getElement().setAttribute("aria-hidden", "true");
            frame.add(label);
        }
        content.addClassName("mm-value");
        frame.add(content);
    }

    @Override
    public Component component() {
        return frame;
    }

    @Override
    public void show(Value value) {
        if (value.equals(shown)) {
            return;
        }
        shown = value;
        content.removeAll();
        content.setClassName("mm-blank", value.isBlank());
        content.add(rendering.apply(value));
    }
}
