package org.mimamori.server.security;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.mimamori.api.auth.RequestTokens;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/** The request token of a session: the screens' CSRF token. */
final class SessionTokens implements RequestTokens {

    private final HttpSessionCsrfTokenRepository repository = new HttpSessionCsrfTokenRepository();

    @Override
    public @Nullable String expected(HttpServletRequest request) {
        CsrfToken token = repository.loadToken(request);
        return token == null ? null : token.getToken();
    }
}
