package org.mimamori.api.error;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.text.LocalText;

/** The messages of the API in every language it speaks. */
public final class Words {

    /** An argument's place, by its index; kintone names the bound of a length one off, so one may be added or taken. */
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)([+-]1)?}");

    private final Map<String, Map<String, String>> texts =
            Languages.SUPPORTED.stream().collect(Collectors.toUnmodifiableMap(Locale::getLanguage, Words::read));

    /** The message of that key with its arguments in place; null when there is none. */
    public @Nullable String find(Locale locale, String key, List<?> args) {
        String template =
                texts.getOrDefault(locale.getLanguage(), in(Locale.ENGLISH)).get(key);
        if (template == null) {
            return null;
        }
        return PLACE.matcher(template).replaceAll(place -> Matcher.quoteReplacement(word(locale, args, place)));
    }

    /** The message of that key, which must exist. */
    public String get(Locale locale, String key, Object... args) {
        String message = find(locale, key, List.of(args));
        if (message == null) {
            throw new IllegalArgumentException("no message " + key);
        }
        return message;
    }

    /** All messages of a language, by key. */
    Map<String, String> in(Locale locale) {
        return texts.getOrDefault(locale.getLanguage(), Map.of());
    }

    private static String word(Locale locale, List<?> args, MatchResult place) {
        int index = Integer.parseInt(place.group(1));
        if (index >= args.size()) {
            return "";
        }
        Object arg = args.get(index);
        if (place.group(2) != null && arg instanceof Number bound) {
            return Long.toString(bound.longValue() + Integer.parseInt(place.group(2)));
        }
        return arg instanceof LocalText text ? text.in(locale) : arg.toString();
    }

    private static Map<String, String> read(Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "org.mimamori.api.error.messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return bundle.keySet().stream().collect(Collectors.toUnmodifiableMap(Function.identity(), bundle::getString));
    }
}
