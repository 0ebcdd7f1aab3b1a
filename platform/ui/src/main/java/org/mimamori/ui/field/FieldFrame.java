package org.mimamori.ui.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.customfield.CustomField;

/** Label, badge and error text around controls that have none of their own. */
final class FieldFrame extends CustomField<String> {

    FieldFrame(Component... content) {
        addClassName("mm-frame");
        add(content);
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
