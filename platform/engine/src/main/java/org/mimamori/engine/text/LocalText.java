package org.mimamori.engine.text;

import java.util.Locale;
import java.util.Map;

/**
 * A text a builder wrote, with its translations: the name of an app, a field, an option, a view.
 *
 * @param base the text in the language of the definition, shown where no translation exists
 * @param translations translated texts by ISO 639 language code ({@code ja}, {@code en}, {@code zh})
 */
public record LocalText(String base, Map<String, String> translations) {

    public LocalText {
        translations = Map.copyOf(translations);
    }

    public static LocalText of(String base) {
        return new LocalText(base, Map.of());
    }

    public static LocalText of(String base, String language, String translation) {
        return new LocalText(base, Map.of(language, translation));
    }

    /** The text in the reader's language, or the base text. */
    public String in(Locale locale) {
        return translations.getOrDefault(locale.getLanguage(), base);
    }
}
