package org.mimamori.api.people;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mimamori.api.wire.Parameters;
import org.mimamori.engine.admin.Language;
import org.mimamori.engine.admin.Selection;

/** What the parameters of the User API's calls have in common. */
final class Texts {

    /** kintone's limit on codes and display names. */
    static final int NAME = 128;

    private static final int MOST = 100;

    private static final List<String> LANGUAGES = List.of("ja", "en", "zh", "zh-TW", "es", "pt-BR", "th");

    private Texts() {}

    static String atMost(Parameters parameters, String name, int longest) {
        String text = parameters.text(name);
        if (text.codePointCount(0, text.length()) > longest) {
            throw parameters.refuse(name, "tooLong", longest);
        }
        return text;
    }

    /** A code or name: there, not blank, not too long. */
    static String name(Parameters parameters, String name) {
        String text = atMost(parameters, name, NAME);
        if (text.isBlank()) {
            throw parameters.refuse(name, "required");
        }
        return text;
    }

    static @Nullable String nameOrNull(Parameters parameters, String name) {
        return parameters.has(name) ? name(parameters, name) : null;
    }

    /** A language of kintone's screens, or null when none is given. */
    static @Nullable String language(Parameters parameters, String name) {
        if (!parameters.has(name)) {
            return null;
        }
        String language = parameters.text(name);
        if (!LANGUAGES.contains(language)) {
            throw parameters.refuse(name, "notInEnum");
        }
        return language;
    }

    /** A choice of language, {@code auto} for the browser's; null when none is given. */
    static @Nullable Language choice(Parameters parameters, String name) {
        if (parameters.text(name, "").equals("auto")) {
            return new Language(null);
        }
        String language = language(parameters, name);
        return language == null ? null : new Language(Locale.forLanguageTag(language));
    }

    /** The list of that name, of one to a hundred. */
    static List<Parameters> list(Parameters parameters, String name) {
        List<Parameters> list = parameters.require(name).objects(name);
        requireSize(parameters, name, list.size());
        return list;
    }

    static List<String> codes(Parameters parameters) {
        List<String> codes = parameters.require("codes").texts("codes");
        requireSize(parameters, "codes", codes.size());
        return codes;
    }

    private static void requireSize(Parameters parameters, String name, int size) {
        if (size == 0) {
            throw parameters.refuse(name, "required");
        }
        if (size > MOST) {
            throw parameters.refuse(name, "tooMany", MOST);
        }
    }

    static Selection selection(Parameters parameters) {
        Selection selection =
                new Selection(parameters.ids("ids"), parameters.texts("codes"), size(parameters), offset(parameters));
        if (!selection.numbers().isEmpty() && !selection.codes().isEmpty()) {
            throw parameters.refuse("codes", "idsOrCodes");
        }
        requireFew(parameters, "ids", selection.numbers());
        requireFew(parameters, "codes", selection.codes());
        return selection;
    }

    private static void requireFew(Parameters parameters, String name, List<?> list) {
        if (list.size() > MOST) {
            throw parameters.refuse(name, "tooMany", MOST);
        }
    }

    static int size(Parameters parameters) {
        return (int) parameters.number("size", 1, MOST, MOST);
    }

    static int offset(Parameters parameters) {
        return (int) parameters.number("offset", 0, Integer.MAX_VALUE, 0);
    }
}
