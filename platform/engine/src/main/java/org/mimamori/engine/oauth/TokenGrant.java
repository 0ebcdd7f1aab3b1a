package org.mimamori.engine.oauth;

import java.time.Instant;
import java.util.Set;

/**
 * What a program holds for a person: one access token at a time, and the refresh token that gets the next.
 *
 * @param refreshHash SHA-256 of the refresh token, in hex; names the grant
 * @param codeHash of the code it was fetched with
 */
public record TokenGrant(
        String refreshHash,
        String codeHash,
        String client,
        String user,
        Set<Scope> scopes,
        String accessHash,
        Instant accessExpiresAt) {

    public TokenGrant {
        scopes = Set.copyOf(scopes);
    }

    TokenGrant renewed(String newAccess, Instant until) {
        return new TokenGrant(refreshHash, codeHash, client, user, scopes, newAccess, until);
    }
}
