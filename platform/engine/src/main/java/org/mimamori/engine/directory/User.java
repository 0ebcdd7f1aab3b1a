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
 * @param guest whether the person is from outside: sees the guest spaces it was invited to and nothing else, and signs
 *     in with the mail address, which is the code
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
        boolean systemAdmin,
        boolean guest) {

    /** Somebody of the house. */
    public User(
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
        this(code, name, kana, email, language, zone, active, organizations, groups, systemAdmin, false);
    }

    public User {
        organizations = List.copyOf(organizations);
        groups = List.copyOf(groups);
    }

    public EntityRef ref() {
        return EntityRef.user(code);
    }

    /** The same person with another set of organisations, the primary one first. */
    public User in(List<String> others) {
        return new User(code, name, kana, email, language, zone, active, others, groups, systemAdmin, guest);
    }

    /** The same person with other groups. */
    public User with(List<String> others, boolean administers) {
        return new User(code, name, kana, email, language, zone, active, organizations, others, administers, guest);
    }

    public @Nullable String primaryOrganization() {
        return organizations.isEmpty() ? null : organizations.getFirst();
    }
}
