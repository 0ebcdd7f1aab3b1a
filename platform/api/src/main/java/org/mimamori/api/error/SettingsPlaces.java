package org.mimamori.api.error;

import java.util.List;
import java.util.Set;

/**
 * How kintone names the place of a wrong setting: {@code properties[code].lookup.relatedKeyField}, {@code layout[0]},
 * {@code views[name].filterCond}. Definitions name it by a JSON pointer.
 */
final class SettingsPlaces {

    /** Parts of a definition that calls have as their parameters; longer ones first. */
    private static final List<String> PARTS = List.of(
            "/permissions/app",
            "/permissions/record",
            "/permissions/field",
            "/notifications/general",
            "/notifications/perRecord",
            "/notifications/reminder",
            "/process",
            "/adminNotes",
            "/customize",
            "/settings");

    /** Parameters that hold things by name. */
    private static final Set<String> BY_NAME = Set.of("properties", "fields", "options", "states", "views", "reports");

    private static final String APP_ACTIONS = "/actions/";

    private SettingsPlaces() {}

    static String of(String pointer) {
        String path = withoutPart(pointer);
        if (path.startsWith("/fields")) {
            path = "/properties" + path.substring("/fields".length());
        }
        boolean appActions = pointer.startsWith(APP_ACTIONS);
        boolean named = false;
        StringBuilder place = new StringBuilder();
        for (String step : path.split("/")) {
            if (!step.isEmpty()) {
                String name = step.replace("~1", "/").replace("~0", "~");
                append(place, name, named);
                named = BY_NAME.contains(name) || appActions && name.equals("actions");
            }
        }
        return place.toString();
    }

    private static void append(StringBuilder place, String name, boolean named) {
        boolean bracket = !place.isEmpty() && (named || name.matches("[0-9]+"));
        if (bracket) {
            place.append('[').append(name).append(']');
        } else {
            place.append(place.isEmpty() ? "" : ".").append(name);
        }
    }

    private static String withoutPart(String pointer) {
        for (String part : PARTS) {
            if (pointer.startsWith(part + "/")) {
                return pointer.substring(part.length());
            }
        }
        return pointer;
    }
}
