package org.mimamori.api.oauth;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.Principal;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mimamori.api.error.Languages;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.directory.User;
import org.mimamori.engine.oauth.Asked;
import org.mimamori.engine.oauth.OAuth;
import org.mimamori.engine.oauth.OAuthClient;
import org.mimamori.engine.oauth.OAuthRefusal;

/**
 * Where a person agrees or not: {@code /oauth2/authorization}, RFC 6749 section 4.1.1. Stands behind the sign-in of the
 * screens. A program or address nobody registered is told to the person and never redirected to.
 */
public final class AuthorizationServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String PROOF = AuthorizationServlet.class.getName();

    private final transient OAuth oauth;
    private final transient Directory directory;
    private final transient Languages languages;
    private final transient SecureRandom random = new SecureRandom();

    public AuthorizationServlet(OAuth oauth, Directory directory, Locale language) {
        this.oauth = oauth;
        this.directory = directory;
        this.languages = new Languages(language);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response, false);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response, true);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, boolean decided) throws IOException {
        Map<String, String> form = Form.of(request);
        Optional<Actor.Person> person = person(request);
        Optional<OAuthClient> client = oauth.client(form);
        if (person.isEmpty() || client.isEmpty()) {
            ConsentPage.send(
                    response,
                    person.isEmpty() ? 401 : 400,
                    ConsentPage.refusal(languages.choose(request.getHeader("Accept-Language"))));
            return;
        }
        try {
            Asked asked = oauth.asked(client.get(), form);
            if (decided) {
                decide(request, response, person.get(), asked, form);
            } else {
                ConsentPage.send(response, 200, ConsentPage.of(person.get(), asked, proof(request)));
            }
        } catch (OAuthRefusal refusal) {
            back(response, form, "error", refusal.reason().text());
        }
    }

    private void decide(
            HttpServletRequest request,
            HttpServletResponse response,
            Actor.Person person,
            Asked asked,
            Map<String, String> form)
            throws IOException {
        if (!proven(request, form.getOrDefault("proof", ""))) {
            ConsentPage.send(response, 400, ConsentPage.refusal(person.locale()));
        } else if ("approve".equals(form.get("decision"))) {
            back(response, form, "code", oauth.approve(person, asked));
        } else {
            throw new OAuthRefusal(OAuthRefusal.Reason.ACCESS_DENIED);
        }
    }

    private Optional<Actor.Person> person(HttpServletRequest request) {
        Principal principal = request.getUserPrincipal();
        return principal == null
                ? Optional.empty()
                : directory
                        .findUser(principal.getName())
                        .filter(User::active)
                        .map(user -> directory.person(user, languages.choose(request.getHeader("Accept-Language"))));
    }

    /** What the page shows back with the decision, so that no other page can decide for the person. */
    private String proof(HttpServletRequest request) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String proof = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        request.getSession().setAttribute(PROOF, proof);
        return proof;
    }

    /** Good once. */
    private static boolean proven(HttpServletRequest request, String shown) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(PROOF) instanceof String expected)) {
            return false;
        }
        session.removeAttribute(PROOF);
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }

    /** To the program, at an address it has registered. */
    private static void back(HttpServletResponse response, Map<String, String> form, String name, String value) {
        String uri = form.getOrDefault("redirect_uri", "");
        StringBuilder target = new StringBuilder(uri)
                .append(uri.contains("?") ? '&' : '?')
                .append(name)
                .append('=')
                .append(encoded(value));
        String state = form.get("state");
        if (state != null) {
            target.append("&state=").append(encoded(state));
        }
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", target.toString());
        response.setHeader("Cache-Control", "no-store");
        // The code must not travel on to whatever the program's page loads.
        response.setHeader("Referrer-Policy", "no-referrer");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
