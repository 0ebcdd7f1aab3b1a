package org.mimamori.api.auth;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Port: the token by which a browser session proves that a page of ours made the call. */
@FunctionalInterface
public interface RequestTokens {

    /** The session's token, as the page was given it; null when the session has none, and then it may only read. */
    @Nullable
    String expected(HttpServletRequest request);
}
