package org.mimamori.engine.oauth;

import java.util.List;

/**
 * A program that may ask people to let it act for them.
 *
 * @param secretHash SHA-256 of its secret, in hex
 * @param redirectUris where people are sent back to; compared letter by letter
 */
public record OAuthClient(String id, String name, String secretHash, List<String> redirectUris) {

    public OAuthClient {
        redirectUris = List.copyOf(redirectUris);
    }
}
