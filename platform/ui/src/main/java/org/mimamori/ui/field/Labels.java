package org.mimamori.ui.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasAriaLabel;
import com.vaadin.flow.component.shared.InputField;
import org.mimamori.engine.field.Field;

/** Gives controls their names: what people see above them, what screen readers say, and what tests find them by. */
final class Labels {

    /** Attribute with the field's code. */
    static final String FIELD = "data-field";

    private Labels() {}

    static <C extends Component & InputField<?, ?>> C name(C control, Field field, FieldContext context, Place place) {
        String label = context.label(field);
        control.getElement().setAttribute(FIELD, field.code().text());
        if (place == Place.FORM && !field.noLabel()) {
            control.setLabel(label);
        } else if (control instanceof HasAriaLabel named) {
            named.setAriaLabel(label);
        } else {
            control.getElement().setAttribute("aria-label", label);
        }
        control.setWidthFull();
        return control;
    }
}
