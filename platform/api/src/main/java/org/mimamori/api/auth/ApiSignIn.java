package org.mimamori.api.auth;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mimamori.api.error.CallException;
import org.mimamori.api.error.CallProblem;
import org.mimamori.api.error.ErrorId;
import org.mimamori.api.error.Explainer;
import org.mimamori.api.error.Explanation;
import org.mimamori.api.error.Languages;
import org.mimamori.api.error.ValuePlaces;
import org.mimamori.api.error.Words;
import org.mimamori.engine.problem.PlatformException;

/**
 * The gate of the API: stands before the mounted WebFlux handler, works out who calls and refuses everybody else. Only
 * the paths listed here are open.
 */
public final class ApiSignIn implements Filter {

    private static final Pattern OPEN = Pattern.compile("/api/openapi\\.json|/k/v1/apis(/[A-Za-z/]+)?\\.json");

    private final CallerFinder callers;
    private final Languages languages;
    private final ConcurrentCalls calls = new ConcurrentCalls();
    private final Explainer explainer = new Explainer(new Words());

    public ApiSignIn(CallerFinder callers, ApiSettings settings) {
        this.callers = callers;
        this.languages = new Languages(settings.language());
    }

    @Override
    public void doFilter(ServletRequest rawRequest, ServletResponse rawResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) rawRequest;
        HttpServletResponse response = (HttpServletResponse) rawResponse;
        try {
            if (admit(request, response)) {
                chain.doFilter(request, response);
            }
        } finally {
            calls.leave(request);
        }
    }

    private boolean admit(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale browser = languages.choose(request.getHeader("Accept-Language"));
        try {
            calls.enter(response);
            requireReadable(request);
            if (!OPEN.matcher(path(request)).matches()) {
                request.setAttribute(Caller.ATTRIBUTE, callers.find(request, browser));
            }
            return true;
        } catch (PlatformException e) {
            challenge(request, response);
            refuse(response, explainer.explain(e.problem(), browser, ValuePlaces.UNKNOWN));
        } catch (CallException e) {
            refuse(response, explainer.explain(e.problem(), browser));
        }
        return false;
    }

    /** The WebFlux adapter answers an address it cannot read with nothing at all; so it is tried here first. */
    private static void requireReadable(HttpServletRequest request) {
        String query = request.getQueryString();
        try {
            new URI(request.getRequestURL() + (query == null ? "" : "?" + query));
        } catch (URISyntaxException e) {
            throw new CallProblem.IllegalCall("an address that is none").asException();
        }
    }

    /** Tells a program whose access token is void that it has to fetch another (RFC 6750, section 3). */
    private static void challenge(HttpServletRequest request, HttpServletResponse response) {
        String authorization = request.getHeader("Authorization");
        if (authorization != null && BearerSignIn.isBearer(authorization)) {
            response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        }
    }

    private static void refuse(HttpServletResponse response, Explanation explanation) throws IOException {
        response.setStatus(explanation.status());
        response.setContentType("application/json;charset=utf-8");
        response.setHeader("X-Cybozu-Error", explanation.code());
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(explanation.json(ErrorId.fresh()).toString());
    }

    private static String path(HttpServletRequest request) {
        @Nullable String rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : request.getServletPath() + rest;
    }
}
