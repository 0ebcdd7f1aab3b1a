package org.mimamori.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import java.util.Locale;
import org.mimamori.engine.directory.Actor;

/** Who is signed in, and what they may do about it: settings, language, signing out. */
final class UserMenu extends MenuBar {

    private final Words words;
    private final Languages languages;

    UserMenu(Actor.Person person, DirectoryNames names, Words words, Languages languages, SignOut signOut) {
        this.words = words;
        this.languages = languages;
        addClassName("user-menu");
        addThemeVariants(MenuBarVariant.LUMO_TERTIARY_INLINE);
        String name = person.user().name();
        Span shown = new Span(name);
        shown.addClassName("user-name");
        MenuItem root = addItem(new Div(new Portrait(name, person.user().code()), shown));
        root.setAriaLabel(words.of("menu.of", name));
        SubMenu menu = root.getSubMenu();
        Div who = new Div(new Span(name), new Span(names.place(person.ref())));
        who.addClassName("user-card");
        menu.addItem(who).setEnabled(false);
        menu.addSeparator();
        menu.addItem(VaadinIcon.COG_O.create(), click -> UI.getCurrent().navigate("settings"))
                .add(words.of("settings.title"));
        addLanguages(menu);
        menu.addSeparator();
        menu.addItem(VaadinIcon.SIGN_OUT.create(), click -> signOut.wished()).add(words.of("menu.signOut"));
    }

    /** Each language by its own name, so that whoever strayed into the other one finds the way back. */
    private void addLanguages(SubMenu menu) {
        for (Locale locale : Words.LOCALES) {
            if (!locale.equals(words.locale())) {
                MenuItem item = menu.addItem(VaadinIcon.GLOBE.create(), click -> languages.speak(locale));
                Span name = new Span(locale.getDisplayLanguage(locale));
                name.getElement().setAttribute("lang", locale.getLanguage());
                item.add(name);
            }
        }
    }
}
