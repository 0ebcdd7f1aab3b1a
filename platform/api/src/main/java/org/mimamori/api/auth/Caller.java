package org.mimamori.api.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.oauth.Scope;

/**
 * Who calls, as the sign-in found it.
 *
 * @param requestToken what the call itself must still show to prove that a page of ours made it; null when nothing
 * @param scopes what a person lets the calling program do for them; null when it is the person, or has a token of its
 *     own
 */
public record Caller(
        Actor actor,
        @Nullable String requestToken,
        @Nullable Set<Scope> scopes) {

    /** A caller whom no scopes bind. */
    public Caller(Actor actor, @Nullable String requestToken) {
        this(actor, requestToken, null);
    }

    /** Name of the request attribute under which the sign-in leaves it. */
    public static final String ATTRIBUTE = Caller.class.getName();

    /** The same caller in another part. */
    Caller as(Actor other) {
        return new Caller(other, requestToken, scopes);
    }

    /** Whether the token a call shows is the one it must show. */
    public boolean isProvenBy(String shown) {
        return requestToken == null || same(requestToken, shown);
    }

    /** Whether the scopes, if any bind the caller, cover the call. */
    boolean covers(String method, String path) {
        return scopes == null
                || CallScopes.of(method, path).filter(scopes::contains).isPresent();
    }

    static boolean same(String expected, String shown) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }
}
