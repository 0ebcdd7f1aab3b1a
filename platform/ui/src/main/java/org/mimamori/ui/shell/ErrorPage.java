package org.mimamori.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;

/** A page that says that there is nothing to show, and how to go on. */
abstract class ErrorPage extends Div implements HasDynamicTitle {

    private final Words words;
    private String title = "";

    ErrorPage(Words words) {
        this.words = words;
        addClassName("error-page");
    }

    void say(String heading, String... paragraphs) {
        title = heading;
        removeAll();
        add(VaadinIcon.INFO_CIRCLE_O.create(), new H1(heading));
        for (String paragraph : paragraphs) {
            add(new Paragraph(paragraph));
        }
        add(new Anchor("", words.of("error.home")));
    }

    @Override
    public String getPageTitle() {
        return words.title(title);
    }
}
