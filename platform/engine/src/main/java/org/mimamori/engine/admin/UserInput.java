package org.mimamori.engine.admin;

import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be known of a user. Null leaves a thing as it is, or as it is by default for somebody new.
 *
 * @param primaryOrganization number of the organisation; one the user belongs to, or for somebody new the only one
 * @param details texts by property name of the User API
 */
public record UserInput(
        String code,
        @Nullable String password,
        @Nullable Boolean active,
        @Nullable String name,
        @Nullable String email,
        @Nullable Language language,
        @Nullable ZoneId zone,
        @Nullable Long primaryOrganization,
        Map<String, String> details) {

    public UserInput {
        details = Map.copyOf(details);
    }
}
