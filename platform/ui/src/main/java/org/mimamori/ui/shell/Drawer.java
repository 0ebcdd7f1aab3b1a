package org.mimamori.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import java.util.List;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.Actor;

/** The drawer: the pages everybody has, and the person's apps. */
final class Drawer extends Div {

    Drawer(List<AppDefinition> apps, Actor.Person person, Words words) {
        addClassName("drawer");
        SideNav general = nav(words);
        general.getElement().setAttribute("aria-label", words.of("drawer.general"));
        general.addItem(new SideNavItem(words.of("home.title"), "", VaadinIcon.HOME_O.create()));
        general.addItem(new SideNavItem(words.of("inbox.title"), "inbox", VaadinIcon.BELL_O.create()));
        add(general);
        if (!apps.isEmpty()) {
            add(apps(apps, words));
        }
        if (person.user().systemAdmin()) {
            SideNav administration = nav(words);
            administration.setLabel(words.of("admin.title"));
            administration.addItem(
                    new SideNavItem(words.of("admin.apps.title"), "admin/apps", VaadinIcon.TOOLS.create()));
            add(administration);
        }
    }

    private static SideNav nav(Words words) {
        SideNav nav = new SideNav();
        nav.setI18n(new SideNav.SideNavI18n().setToggle(words.of("drawer.unfold")));
        return nav;
    }

    private static SideNav apps(List<AppDefinition> apps, Words words) {
        SideNav nav = nav(words);
        nav.setLabel(words.of("drawer.apps"));
        for (AppDefinition app : apps) {
            SideNavItem item = new SideNavItem(app.name().in(words.locale()), "apps/" + app.code());
            item.setPrefixComponent(new AppMark(app, words.locale()));
            item.setMatchNested(true);
            nav.addItem(item);
        }
        return nav;
    }
}
