package org.mimamori.api.auth;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mimamori.api.error.CallProblem;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.directory.DirectoryStore;
import org.mimamori.engine.directory.PasswordCheck;
import org.mimamori.engine.directory.User;
import org.mimamori.engine.oauth.OAuth;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;

/**
 * Works out who calls: by password, else by API token, else by OAuth, else by the session of the screens; kintone's
 * order.
 */
public final class CallerFinder {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Directory directory;
    private final RequestTokens requestTokens;
    private final PasswordSignIn passwords;
    private final TokenSignIn tokens;
    private final BearerSignIn bearers;

    public CallerFinder(
            Directory directory,
            DirectoryStore store,
            PasswordCheck check,
            Clock clock,
            RequestTokens requestTokens,
            OAuth oauth,
            ApiSettings settings) {
        this.directory = directory;
        this.requestTokens = requestTokens;
        this.passwords = new PasswordSignIn(directory, store, check, clock);
        this.tokens = new TokenSignIn(store, settings);
        this.bearers = new BearerSignIn(oauth, directory);
    }

    /** @param browser language of somebody who has not chosen one */
    Caller find(HttpServletRequest request, Locale browser) {
        String password = request.getHeader("X-Cybozu-Authorization");
        if (password != null) {
            return new Caller(byPassword(password, browser, request.getRemoteAddr()), null);
        }
        List<String> tokenHeaders = Collections.list(request.getHeaders("X-Cybozu-API-Token"));
        if (!tokenHeaders.isEmpty()) {
            return new Caller(tokens.signIn(tokenHeaders, browser), null);
        }
        String authorization = request.getHeader("Authorization");
        if (authorization != null && BearerSignIn.isBearer(authorization)) {
            return bearers.signIn(authorization, browser);
        }
        return bySession(request, browser);
    }

    private Actor.Person byPassword(String header, Locale browser, String address) {
        String text = decoded(header);
        int colon = text.indexOf(':');
        if (colon < 1 || colon == text.length() - 1) {
            throw new Problem.SignInFailed().asException();
        }
        return passwords.signIn(text.substring(0, colon), text.substring(colon + 1), browser, address);
    }

    private Caller bySession(HttpServletRequest request, Locale browser) {
        Principal principal = request.getUserPrincipal();
        String requestedWith = request.getHeader("X-Requested-With");
        if (principal == null || requestedWith == null || requestedWith.isBlank()) {
            throw new Problem.NotSignedIn().asException();
        }
        User user = directory
                .findUser(principal.getName())
                .filter(User::active)
                .orElseThrow(() -> new Problem.NotSignedIn().asException());
        return new Caller(directory.person(user, browser), stillToProve(request));
    }

    /** The request token a writing call must show in its body or query, unless its header shows it already. */
    private @Nullable String stillToProve(HttpServletRequest request) {
        if (READING.contains(request.getMethod())) {
            return null;
        }
        String expected = requestTokens.expected(request);
        if (expected == null) {
            throw illegal();
        }
        String shown = request.getHeader("X-CSRF-TOKEN");
        return shown != null && Caller.same(expected, shown) ? null : expected;
    }

    /** The refusal of a call that a page of ours cannot have made. */
    static RuntimeException illegal() {
        return new CallProblem.IllegalCall("no valid request token").asException();
    }

    private static String decoded(String header) throws PlatformException {
        try {
            return new String(Base64.getDecoder().decode(header.strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Problem.SignInFailed().asException();
        }
    }
}
