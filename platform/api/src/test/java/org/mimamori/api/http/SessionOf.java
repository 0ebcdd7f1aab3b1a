package org.mimamori.api.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** Stands for the container's session: a request says by a header whose session it belongs to. */
final class SessionOf implements Filter {

    private final Filter next;

    SessionOf(Filter next) {
        this.next = next;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        next.doFilter(
                signedIn(request), response, (passed, answer) -> chain.doFilter(request(request, passed), answer));
    }

    /** The request as the container hands it on when somebody is signed in at the screens. */
    static ServletRequest signedIn(ServletRequest request) {
        String user = ((HttpServletRequest) request).getHeader(TestServer.SESSION_USER);
        return user == null
                ? request
                : new HttpServletRequestWrapper((HttpServletRequest) request) {
                    @Override
                    public @Nullable Principal getUserPrincipal() {
                        return () -> user;
                    }
                };
    }

    /** The adapter wants the container's own request; the attributes are the same. */
    private static ServletRequest request(ServletRequest original, ServletRequest passed) {
        return passed instanceof HttpServletRequestWrapper ? original : passed;
    }
}
