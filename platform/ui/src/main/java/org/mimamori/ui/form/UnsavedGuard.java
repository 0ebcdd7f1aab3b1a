package org.mimamori.ui.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Asks the browser to ask before a page with unsaved typing is closed; hears the typing before the server does. */
@Tag("mm-unsaved")
@JsModule("context://js/unsaved.js")
final class UnsavedGuard extends Component {

    private int told;

    /** Tells whether something is unsaved, as far as the server knows. */
    void tell(boolean dirty) {
        getElement().setProperty("dirty", dirty);
        // The browser forgets its own doubts each time it is told, also when the answer is the same.
        getElement().setProperty("told", ++told);
    }
}
