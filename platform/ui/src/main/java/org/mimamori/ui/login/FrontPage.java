package org.mimamori.ui.login;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.mimamori.ui.shell.LanguageSwitch;
import org.mimamori.ui.shell.Languages;
import org.mimamori.ui.shell.Words;

/** The frame of the pages one sees before signing in. */
class FrontPage extends Div {

    private final Main main = new Main();

    FrontPage(Words words, Languages languages) {
        addClassName("front-page");
        Span mark = new Span();
        mark.addClassName("mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        Div product = new Div(mark, new Span(words.of("product.name")));
        product.addClassName("product");
        add(new Header(product, new LanguageSwitch(words, languages)), main);
        Paragraph about = new Paragraph(words.of("product.about"));
        about.addClassName("about");
        main.add(about);
    }

    void show(Component... parts) {
        main.add(parts);
    }
}
