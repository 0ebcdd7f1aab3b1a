package org.mimamori.api.oauth;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mimamori.api.wire.Json;
import org.mimamori.engine.oauth.OAuth;
import org.mimamori.engine.oauth.OAuthClient;
import org.mimamori.engine.oauth.OAuthRefusal;
import org.mimamori.engine.oauth.Scope;
import tools.jackson.databind.node.ObjectNode;

/** Where programs fetch tokens: {@code POST /oauth2/token}, RFC 6749 sections 4.1.3, 5 and 6. */
public final class TokenServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final int UNAUTHORIZED = 401;
    private static final int BAD_REQUEST = 400;

    private final transient OAuth oauth;

    public TokenServlet(OAuth oauth) {
        this.oauth = oauth;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Map<String, String> form = Form.of(request);
            OAuth.Tokens tokens = tokens(client(request, form), form);
            send(
                    response,
                    200,
                    Json.object()
                            .put("access_token", tokens.access())
                            .put("refresh_token", tokens.refresh())
                            .put("token_type", "bearer")
                            .put("expires_in", OAuth.ACCESS_LIFE.toSeconds())
                            .put("scope", Scope.text(tokens.scopes())));
        } catch (OAuthRefusal refusal) {
            refuse(response, refusal.reason());
        }
    }

    private static void refuse(HttpServletResponse response, OAuthRefusal.Reason reason) throws IOException {
        boolean stranger = reason == OAuthRefusal.Reason.INVALID_CLIENT;
        if (stranger) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"oauth2\"");
        }
        send(response, stranger ? UNAUTHORIZED : BAD_REQUEST, Json.object().put("error", reason.text()));
    }

    private OAuth.Tokens tokens(OAuthClient client, Map<String, String> form) {
        return switch (required(form, "grant_type")) {
            case "authorization_code" ->
                oauth.exchange(
                        client, required(form, "code"), required(form, "redirect_uri"), form.get("code_verifier"));
            case "refresh_token" -> oauth.refresh(client, required(form, "refresh_token"));
            default -> throw new OAuthRefusal(OAuthRefusal.Reason.UNSUPPORTED_GRANT_TYPE);
        };
    }

    private static String required(Map<String, String> form, String name) {
        String value = form.get(name);
        if (value == null || value.isEmpty()) {
            throw new OAuthRefusal(OAuthRefusal.Reason.INVALID_REQUEST);
        }
        return value;
    }

    /** The program, by Basic authentication or, for those that cannot, by its id and secret in the form. */
    private OAuthClient client(HttpServletRequest request, Map<String, String> form) {
        @Nullable String header = request.getHeader("Authorization");
        if (header == null) {
            return oauth.authenticate(form.getOrDefault("client_id", ""), form.getOrDefault("client_secret", ""));
        }
        try {
            String basic = header.regionMatches(true, 0, "Basic ", 0, 6) ? header.substring(6) : "";
            String text = new String(Base64.getDecoder().decode(basic.strip()), StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            if (colon > 0) {
                return oauth.authenticate(decoded(text.substring(0, colon)), decoded(text.substring(colon + 1)));
            }
        } catch (IllegalArgumentException e) {
            throw new OAuthRefusal(OAuthRefusal.Reason.INVALID_CLIENT);
        }
        throw new OAuthRefusal(OAuthRefusal.Reason.INVALID_CLIENT);
    }

    /** Id and secret are form-encoded before they are joined (RFC 6749, section 2.3.1). */
    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void send(HttpServletResponse response, int status, ObjectNode json) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(json.toString());
    }
}
