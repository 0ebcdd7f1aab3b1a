package org.mimamori.engine.oauth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.directory.Actor;

/**
 * The authorization code grant of RFC 6749 for programs with a secret, with PKCE by S256 (RFC 7636) where the program
 * uses it. Codes live ten minutes and work once; a code that comes twice voids what it gave. Access tokens live an
 * hour.
 */
public final class OAuth {

    public static final Duration ACCESS_LIFE = Duration.ofHours(1);

    private static final Duration CODE_LIFE = Duration.ofMinutes(10);

    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    private final OAuthStore store;
    private final Clock clock;
    private final Secrets secrets = new Secrets();

    public OAuth(OAuthStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What a program gets. */
    public record Tokens(String access, String refresh, Set<Scope> scopes) {}

    /** For whom a program acts, and how far. */
    public record Granted(String user, Set<Scope> scopes) {}

    /**
     * The program and the address a person is to be sent back to; before both are known to belong together nobody is
     * sent anywhere.
     */
    public Optional<OAuthClient> client(Map<String, String> parameters) {
        return store.client(parameters.getOrDefault("client_id", ""))
                .filter(client -> client.redirectUris().contains(parameters.getOrDefault("redirect_uri", "")));
    }

    /** What the program asks; the refusal is for the program. */
    public Asked asked(OAuthClient client, Map<String, String> parameters) {
        if (!"code".equals(parameters.get("response_type"))) {
            throw new OAuthRefusal(OAuthRefusal.Reason.UNSUPPORTED_RESPONSE_TYPE);
        }
        Set<Scope> scopes = Scope.parse(parameters.getOrDefault("scope", ""));
        if (scopes.isEmpty()) {
            throw new OAuthRefusal(OAuthRefusal.Reason.INVALID_SCOPE);
        }
        return new Asked(
                client,
                parameters.getOrDefault("redirect_uri", ""),
                scopes,
                parameters.getOrDefault("state", ""),
                challenge(parameters));
    }

    private static @Nullable String challenge(Map<String, String> parameters) {
        String challenge = parameters.get("code_challenge");
        if (challenge == null) {
            return null;
        }
        if (!"S256".equals(parameters.get("code_challenge_method"))
                || !CHALLENGE.matcher(challenge).matches()) {
            throw new OAuthRefusal(OAuthRefusal.Reason.INVALID_REQUEST);
        }
        return challenge;
    }

    /** The person agrees; answers the code for the program. */
    public String approve(Actor.Person person, Asked asked) {
        String code = secrets.fresh();
        Instant now = clock.instant();
        store.saveCode(
                new CodeGrant(
                        Secrets.hash(code),
                        asked.client().id(),
                        person.user().code(),
                        asked.scopes(),
                        asked.redirectUri(),
                        asked.challenge(),
                        now.plus(CODE_LIFE)),
                now);
        return code;
    }

    /** Lets a program pass that knows its secret. */
    public OAuthClient authenticate(String id, String secret) {
        return store.client(id)
                .filter(client -> Secrets.same(client.secretHash(), Secrets.hash(secret)))
                .orElseThrow(() -> new OAuthRefusal(OAuthRefusal.Reason.INVALID_CLIENT));
    }

    /** Gives tokens for a code. */
    public Tokens exchange(OAuthClient client, String code, String redirectUri, @Nullable String verifier) {
        String hash = Secrets.hash(code);
        CodeGrant grant = store.takeCode(hash).orElse(null);
        if (grant == null) {
            store.deleteTokensOf(hash);
            throw invalidGrant();
        }
        boolean good = grant.client().equals(client.id())
                && grant.redirectUri().equals(redirectUri)
                && clock.instant().isBefore(grant.expiresAt())
                && proves(verifier, grant.challenge());
        if (!good) {
            throw invalidGrant();
        }
        String access = secrets.fresh();
        String refresh = secrets.fresh();
        store.saveToken(new TokenGrant(
                Secrets.hash(refresh),
                hash,
                client.id(),
                grant.user(),
                grant.scopes(),
                Secrets.hash(access),
                clock.instant().plus(ACCESS_LIFE)));
        return new Tokens(access, refresh, grant.scopes());
    }

    private static boolean proves(@Nullable String verifier, @Nullable String challenge) {
        if (challenge == null) {
            return verifier == null;
        }
        return verifier != null
                && VERIFIER.matcher(verifier).matches()
                && Secrets.same(challenge, Secrets.challenge(verifier));
    }

    /** Gives a new access token; the one before is void. */
    public Tokens refresh(OAuthClient client, String refresh) {
        TokenGrant grant = store.byRefresh(Secrets.hash(refresh))
                .filter(one -> one.client().equals(client.id()))
                .orElseThrow(OAuth::invalidGrant);
        String access = secrets.fresh();
        store.saveToken(grant.renewed(Secrets.hash(access), clock.instant().plus(ACCESS_LIFE)));
        return new Tokens(access, refresh, grant.scopes());
    }

    /** What an access token grants; empty when it is none, or has run out. */
    public Optional<Granted> granted(String access) {
        return store.byAccess(Secrets.hash(access))
                .filter(grant -> clock.instant().isBefore(grant.accessExpiresAt()))
                .map(grant -> new Granted(grant.user(), grant.scopes()));
    }

    private static OAuthRefusal invalidGrant() {
        return new OAuthRefusal(OAuthRefusal.Reason.INVALID_GRANT);
    }
}
