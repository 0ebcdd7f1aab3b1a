package org.mimamori.api.app;

import java.util.List;
import java.util.Locale;
import org.mimamori.api.wire.Parameters;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.record.AppPlaces;

/**
 * Which apps a call asks for; what is empty does not narrow the search.
 *
 * @param name part of the name, in any case
 * @param spaces spaces the apps must be in
 */
record AppSearch(List<Long> ids, List<String> codes, String name, List<Long> spaces, int limit, int offset) {

    private static final int MOST = 100;

    /** Longest code and longest part of a name; kintone's limit. */
    private static final int MAX_TEXT = 64;

    static AppSearch read(Parameters parameters) {
        AppSearch search = new AppSearch(
                parameters.ids("ids"),
                parameters.texts("codes"),
                parameters.text("name", ""),
                parameters.ids("spaceIds"),
                (int) parameters.number("limit", 1, MOST, MOST),
                (int) parameters.number("offset", 0, Integer.MAX_VALUE, 0));
        requireAtMost(parameters, "ids", search.ids);
        requireAtMost(parameters, "codes", search.codes);
        requireAtMost(parameters, "spaceIds", search.spaces);
        if (search.name.length() > MAX_TEXT) {
            throw parameters.refuse("name", "tooLong", MAX_TEXT);
        }
        return search;
    }

    List<AppDefinition> of(List<AppDefinition> apps, AppPlaces places, Locale locale) {
        String part = name.toLowerCase(Locale.ROOT);
        return apps.stream()
                .filter(app -> spaces.isEmpty()
                        || places.of(app.id())
                                .filter(place -> spaces.contains(place.space()))
                                .isPresent())
                .filter(app -> ids.isEmpty() || ids.contains(app.id().value()))
                .filter(app -> codes.isEmpty() || codes.contains(app.givenCode()))
                .filter(app -> app.name().in(locale).toLowerCase(Locale.ROOT).contains(part))
                .skip(offset)
                .limit(limit)
                .toList();
    }

    private static void requireAtMost(Parameters parameters, String name, List<?> list) {
        if (list.size() > MOST) {
            throw parameters.refuse(name, "tooMany", MOST);
        }
    }
}
