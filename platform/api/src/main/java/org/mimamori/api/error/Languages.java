package org.mimamori.api.error;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages the API speaks, and the choice among them for a caller who has none of their own. */
public final class Languages {

    public static final List<Locale> SUPPORTED = List.of(Locale.JAPANESE, Locale.ENGLISH, Locale.CHINESE);

    private final Locale fallback;

    /** @param fallback the language of callers who say nothing of it */
    public Languages(Locale fallback) {
        this.fallback = supported(fallback, Locale.ENGLISH);
    }

    /** The supported language an {@code Accept-Language} header likes best; {@code *} is the fallback. */
    public Locale choose(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return fallback;
        }
        try {
            for (Locale.LanguageRange range : Locale.LanguageRange.parse(acceptLanguage)) {
                if (range.getWeight() > 0 && range.getRange().startsWith("*")) {
                    return fallback;
                }
                Locale match = range.getWeight() > 0 ? match(range) : null;
                if (match != null) {
                    return match;
                }
            }
        } catch (IllegalArgumentException e) {
            return fallback;
        }
        return fallback;
    }

    private static @Nullable Locale match(Locale.LanguageRange range) {
        return Locale.lookup(List.of(range), SUPPORTED);
    }

    private static Locale supported(Locale wanted, Locale otherwise) {
        return SUPPORTED.stream()
                .filter(locale -> locale.getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .orElse(otherwise);
    }
}
