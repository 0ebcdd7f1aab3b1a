package org.mimamori.api.auth;

import java.util.Locale;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.directory.User;
import org.mimamori.engine.oauth.OAuth;
import org.mimamori.engine.problem.Problem;

/** Admits programs that a person lets act for them, within the scopes agreed to. */
final class BearerSignIn {

    private static final String PREFIX = "Bearer ";

    private final OAuth oauth;
    private final Directory directory;

    BearerSignIn(OAuth oauth, Directory directory) {
        this.oauth = oauth;
        this.directory = directory;
    }

    /** Whether the header holds a token of this kind; Basic authentication before us is another gate's matter. */
    static boolean isBearer(String header) {
        return header.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
    }

    Caller signIn(String header, Locale browser) {
        OAuth.Granted granted = oauth.granted(header.substring(PREFIX.length()).strip())
                .orElseThrow(() -> new Problem.NotSignedIn().asException());
        User user = directory
                .findUser(granted.user())
                .filter(User::active)
                .orElseThrow(() -> new Problem.NotSignedIn().asException());
        return new Caller(directory.person(user, browser), null, granted.scopes());
    }
}
