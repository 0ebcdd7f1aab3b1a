package org.mimamori.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** The line that says where one is; hidden on the home page. */
final class Trail extends Nav {

    private final Words words;
    private final OrderedList steps = new OrderedList();

    Trail(Words words) {
        this.words = words;
        addClassName("trail");
        setAriaLabel(words.of("trail.label"));
        add(steps);
        setVisible(false);
    }

    void show(List<Crumb> crumbs) {
        setVisible(!crumbs.isEmpty());
        steps.removeAll();
        steps.add(step(new Crumb(words.of("home.title"), "")));
        crumbs.forEach(crumb -> steps.add(step(crumb)));
    }

    private static ListItem step(Crumb crumb) {
        if (crumb.path() != null) {
            return new ListItem(new Anchor(crumb.path(), crumb.text()));
        }
        Span here = new Span(crumb.text());
        here.getElement().setAttribute("aria-current", "page");
        return new ListItem(here);
    }
}
