package org.mimamori.ui.shell;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.mimamori.engine.app.AppDefinition;

/** The coloured tile by which an app is known at a glance, with the initial of its name. Decoration only. */
public final class AppMark extends Span {

    private static final int COLOURS = 8;

    public AppMark(AppDefinition app, Locale locale) {
        addClassNames("app-mark", "app-mark-" + app.id().value() % COLOURS);
        getElement().setAttribute("aria-hidden", "true");
        setText(initial(app.name().in(locale).strip()));
    }

    /** One character says much in Japanese; in a language of letters the initials of two words do. */
    private static String initial(String name) {
        if (name.isEmpty()) {
            return "";
        }
        String first = name.substring(0, name.offsetByCodePoints(0, 1));
        int space = name.indexOf(' ');
        boolean letters = Character.isLetter(first.codePointAt(0)) && !Character.isIdeographic(first.codePointAt(0));
        return letters && space > 0 && space + 1 < name.length()
                ? (first + name.charAt(space + 1)).toUpperCase(Locale.ROOT)
                : first;
    }
}
