package org.mimamori.engine.oauth;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a program asks of a person, checked.
 *
 * @param state what the program wants back unchanged; empty when nothing
 * @param challenge PKCE challenge by S256, or null
 */
public record Asked(
        OAuthClient client,
        String redirectUri,
        Set<Scope> scopes,
        String state,
        @Nullable String challenge) {

    public Asked {
        scopes = Set.copyOf(scopes);
    }
}
