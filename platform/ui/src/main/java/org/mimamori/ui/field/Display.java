package org.mimamori.ui.field;

import com.vaadin.flow.component.Component;
import org.mimamori.engine.field.Value;

/** A field's value on a page, to be read. */
public interface Display {

    /** What stands on the page. */
    Component component();

    /** Shows another value. */
    void show(Value value);
}
