package org.mimamori.engine.directory;

import java.util.Set;

/**
 * An API token as kept: never the token itself.
 *
 * @param hash SHA-256 of the token, in hex
 * @param app id of the app it opens
 */
public record TokenEntry(String hash, long app, Set<TokenRight> rights, String note) {

    public TokenEntry {
        rights = Set.copyOf(rights);
    }
}
