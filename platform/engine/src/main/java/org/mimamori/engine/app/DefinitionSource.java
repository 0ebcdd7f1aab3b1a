package org.mimamori.engine.app;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.node.ObjectNode;

/**
 * A definition on its way in.
 *
 * @param file the file it came from, as its author knows it, or the app's code when there is none
 * @param hash tells whether the definition has changed since it was last installed
 */
public record DefinitionSource(String file, ObjectNode json, String hash) {

    public static DefinitionSource of(String file, ObjectNode json) {
        return new DefinitionSource(file, json, sha256(json.toString()));
    }

    /** The code the definition gives itself; empty when it has none that is a text. */
    public String code() {
        return json.path("code").asString("");
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
