package org.mimamori.api.people;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.Zones;
import org.mimamori.engine.admin.UserInput;

/** Reads a person as the User API has it. */
final class UserReader {

    private static final int LONGEST_PASSWORD = 64;
    private static final int LONGEST_MAIL = 256;

    private UserReader() {}

    /** Somebody new, who needs a name and a password. */
    static UserInput fresh(Parameters user) {
        return read(user.require("code", "name", "password"));
    }

    static UserInput change(Parameters user) {
        return read(user.require("code"));
    }

    private static UserInput read(Parameters user) {
        return new UserInput(
                Texts.name(user, "code"),
                user.has("password") ? Texts.atMost(user, "password", LONGEST_PASSWORD) : null,
                user.has("valid") ? user.flag("valid") : null,
                Texts.nameOrNull(user, "name"),
                user.has("email") ? Texts.atMost(user, "email", LONGEST_MAIL) : null,
                Texts.choice(user, "locale"),
                Zones.read(user, "timezone"),
                user.has("primaryOrganization") ? user.id("primaryOrganization") : null,
                details(user));
    }

    private static Map<String, String> details(Parameters user) {
        Map<String, String> details = new HashMap<>(UserDetail.read(user));
        String language = Texts.language(user, "localNameLocale");
        if (language != null) {
            details.put("localNameLocale", language);
        }
        date(user, "birthDate", details);
        date(user, "joinDate", details);
        if (user.has("sortOrder")) {
            details.put("sortOrder", Long.toString(user.number("sortOrder", 0, Integer.MAX_VALUE, 0)));
        }
        return details;
    }

    private static void date(Parameters user, String name, Map<String, String> details) {
        if (user.has(name)) {
            String text = user.text(name);
            details.put(name, text.isEmpty() ? "" : day(user, name, text).toString());
        }
    }

    private static LocalDate day(Parameters user, String name, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw user.refuse(name, "date.notADate");
        }
    }
}
