package org.mimamori.ui.home;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.jsoup.Jsoup;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.permission.Access;
import org.mimamori.engine.permission.Right;
import org.mimamori.ui.shell.AppMark;
import org.mimamori.ui.shell.Words;

/** One of my apps: what it is for and what I may do in it. */
final class AppCard extends ListItem {

    /** The rights worth saying on a card, most used first. */
    private static final List<Right> SAID = List.of(Right.VIEW, Right.ADD, Right.EDIT, Right.DELETE, Right.MANAGE);

    AppCard(AppDefinition app, Access access, Words words) {
        addClassName("app-card");
        Anchor open = new Anchor("apps/" + app.code(), app.name().in(words.locale()));
        Div text = new Div(new H3(open));
        text.addClassName("app-text");
        String description = Jsoup.parse(app.description().in(words.locale())).text();
        if (!description.isBlank()) {
            text.add(new Paragraph(description));
        }
        Div foot = new Div(rights(access, words));
        foot.addClassName("app-foot");
        if (access.may(Right.ADD)) {
            Anchor add = new Anchor("apps/" + app.code() + "/new", words.of("home.app.add"));
            add.addClassName("app-add");
            add.setAriaLabel(words.of("home.app.addTo", app.name().in(words.locale())));
            foot.add(add);
        }
        add(new AppMark(app, words.locale()), text, foot);
    }

    private static UnorderedList rights(Access access, Words words) {
        UnorderedList rights = new UnorderedList();
        rights.addClassName("rights");
        rights.getElement().setAttribute("aria-label", words.of("home.app.rights"));
        SAID.stream()
                .filter(access::may)
                .map(right -> new ListItem(new Span(words.of("right." + right.name()))))
                .forEach(rights::add);
        return rights;
    }
}
