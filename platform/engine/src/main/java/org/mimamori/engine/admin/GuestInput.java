package org.mimamori.engine.admin;

import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody from outside to be let in.
 *
 * @param code the mail address, by which the guest signs in
 * @param details texts by property name of kintone's guest API
 */
public record GuestInput(
        String code,
        String name,
        String password,
        ZoneId zone,
        @Nullable Language language,
        Map<String, String> details) {

    public GuestInput {
        details = Map.copyOf(details);
    }
}
