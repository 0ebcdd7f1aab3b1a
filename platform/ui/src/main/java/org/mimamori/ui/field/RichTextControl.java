package org.mimamori.ui.field;

import com.vaadin.flow.component.AbstractSinglePropertyField;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import org.mimamori.ui.shell.Words;

/** A control for formatted text; its value is HTML. Only the engine decides what HTML is kept. */
@Tag("mm-rich-text")
@StyleSheet("context://webjars/quill/1.3.7/dist/quill.snow.css")
@JavaScript("context://webjars/quill/1.3.7/dist/quill.min.js")
@JsModule("context://js/rich-text.js")
final class RichTextControl extends AbstractSinglePropertyField<RichTextControl, String> {

    /** Buttons of the toolbar, as the control calls them. */
    private static final String[] BUTTONS = {
        "bold",
        "italic",
        "underline",
        "strike",
        "size",
        "color",
        "background",
        "ordered",
        "bullet",
        "align",
        "link",
        "clean"
    };

    RichTextControl(Words words, String label) {
        super("value", "", false);
        setSynchronizedEvent("value-changed");
        getElement().setProperty("label", label);
        for (String button : BUTTONS) {
            getElement().setAttribute("data-" + button, words.of("field.richText." + button));
        }
    }
}
