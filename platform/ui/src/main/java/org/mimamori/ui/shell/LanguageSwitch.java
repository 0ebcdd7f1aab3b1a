package org.mimamori.ui.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Locale;

/** Changes the language at once, for pages before signing in. Each language goes by its own name. */
public final class LanguageSwitch extends Div {

    public LanguageSwitch(Words words, Languages languages) {
        addClassName("language-switch");
        for (Locale locale : Words.LOCALES) {
            if (!locale.equals(words.locale())) {
                Button button = new Button(locale.getDisplayLanguage(locale), VaadinIcon.GLOBE.create());
                button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
                button.getElement().setAttribute("lang", locale.getLanguage());
                button.addClickListener(click -> languages.speak(locale));
                add(button);
            }
        }
    }
}
