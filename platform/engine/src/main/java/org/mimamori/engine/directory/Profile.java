package org.mimamori.engine.directory;

import java.time.Instant;
import java.util.Map;

/**
 * What is known of a user, organisation or group beyond what the platform itself works with: telephone numbers, a
 * description. Kept apart from the directory, which every screen reads.
 *
 * @param number its id for programs; never reused
 * @param details texts by property name of the User API; only those that are not empty
 */
public record Profile(
        EntityRef entity, long number, Instant createdAt, Instant modifiedAt, Map<String, String> details) {

    public Profile {
        details = Map.copyOf(details);
    }

    /** A text, empty when nobody has given one. */
    public String detail(String name) {
        return details.getOrDefault(name, "");
    }
}
