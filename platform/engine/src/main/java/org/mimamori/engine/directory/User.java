package org.mimamori.engine.directory;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A person with a sign-in.
 *
 * @param code the login name; stable
 * @param name the name others see
 * @param kana the name's reading in katakana; orders lists of people, empty when unknown
 * @param email mail address, empty when none
 * @param language the chosen language, or null to follow the browser
 * @param active whether the person may sign in; inactive people still show under what they wrote
 * @param organizations codes of the organisations the person belongs to; the first is the primary one
 * @param groups codes of the groups the person belongs to, without {@code everyone}
 * @param systemAdmin whether the person administers the site; gives no right to read records
 */
public record User(
        String code,
        String name,
        String kana,
        String email,
        @Nullable Locale language,
        ZoneId zone,
        boolean active,
        List<String> organizations,
        List<String> groups,
        boolean systemAdmin) {

    public User {
        organizations = List.copyOf(organizations);
        groups = List.copyOf(groups);
    }

    public EntityRef ref() {
        return EntityRef.user(code);
    }

    public @Nullable String primaryOrganization() {
        return organizations.isEmpty() ? null : organizations.getFirst();
    }
}
