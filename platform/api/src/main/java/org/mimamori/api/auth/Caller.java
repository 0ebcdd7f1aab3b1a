package org.mimamori.api.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.directory.Actor;

/**
 * Who calls, as the sign-in found it.
 *
 * @param requestToken what the call itself must still show to prove that a page of ours made it; null when nothing
 */
public record Caller(Actor actor, @Nullable String requestToken) {

    /** Name of the request attribute under which the sign-in leaves it. */
    public static final String ATTRIBUTE = Caller.class.getName();

    /** The same caller in another part. */
    Caller as(Actor other) {
        return new Caller(other, requestToken);
    }

    /** Whether the token a call shows is the one it must show. */
    public boolean isProvenBy(String shown) {
        return requestToken == null || same(requestToken, shown);
    }

    static boolean same(String expected, String shown) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }
}
