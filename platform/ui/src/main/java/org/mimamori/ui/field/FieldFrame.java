package org.mimamori.ui.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;

/** Label, badge and error text around controls that have none of their own. */
final class FieldFrame extends CustomField<String> {

    FieldFrame(Component... content) {
        addClassName("mm-frame");
        add(content);
    }

    /** A frame of controls that stand beside each other as long as there is room. */
    static FieldFrame beside(Component... content) {
        Div together = new Div(content);
        together.addClassName("mm-together");
        return new FieldFrame(together);
    }

    /** The frame holds no value; its editor does. */
    @Override
    protected String generateModelValue() {
        return "";
    }

    @Override
    protected void setPresentationValue(String value) {
        // The editor shows values itself.
    }
}
