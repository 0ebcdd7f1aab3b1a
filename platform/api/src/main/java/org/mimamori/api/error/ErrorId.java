package org.mimamori.api.error;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes the opaque ids of error bodies: twenty characters that fit into a URL and a log line. */
public final class ErrorId {

    private static final SecureRandom RANDOM = new SecureRandom();

    private ErrorId() {}

    public static String fresh() {
        byte[] bytes = new byte[15];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
