package org.mimamori.engine.oauth;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person's agreement, waiting to be fetched once by the program.
 *
 * @param hash SHA-256 of the code, in hex
 * @param challenge PKCE challenge by S256, or null when the program sent none
 */
public record CodeGrant(
        String hash,
        String client,
        String user,
        Set<Scope> scopes,
        String redirectUri,
        @Nullable String challenge,
        Instant expiresAt) {

    public CodeGrant {
        scopes = Set.copyOf(scopes);
    }
}
