package org.mimamori.api.oauth;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Collectors;
import org.mimamori.api.error.Words;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.oauth.Asked;
import org.mimamori.engine.oauth.Scope;
import org.springframework.web.util.HtmlUtils;

/** The page on which a person agrees that a program acts for them. Plain, so that nothing can be slipped into it. */
final class ConsentPage {

    private static final Words WORDS = new Words();

    private ConsentPage() {}

    static String of(Actor.Person person, Asked asked, String proof) {
        Locale locale = person.locale();
        String scopes = asked.scopes().stream()
                .sorted()
                .map(scope -> "<li>" + text(locale, "oauth." + scope.name()) + "</li>")
                .collect(Collectors.joining());
        String title = text(locale, "oauth.title", asked.client().name());
        String body = "<h1>" + title + "</h1><p>"
                + text(locale, "oauth.as", person.user().name()) + "</p><ul>" + scopes + "</ul>"
                + "<p>" + text(locale, "oauth.to", asked.redirectUri()) + "</p>"
                + form(asked, proof, locale);
        return page(locale, title, body);
    }

    private static String form(Asked asked, String proof, Locale locale) {
        StringBuilder form = new StringBuilder("<form method=\"post\" action=\"/oauth2/authorization\">");
        hidden(form, "client_id", asked.client().id());
        hidden(form, "redirect_uri", asked.redirectUri());
        hidden(form, "response_type", "code");
        hidden(form, "scope", Scope.text(asked.scopes()));
        hidden(form, "state", asked.state());
        if (asked.challenge() != null) {
            hidden(form, "code_challenge", asked.challenge());
            hidden(form, "code_challenge_method", "S256");
        }
        hidden(form, "proof", proof);
        return form.append(button("approve", text(locale, "oauth.approve")))
                .append(' ')
                .append(button("deny", text(locale, "oauth.deny")))
                .append("</form>")
                .toString();
    }

    private static String button(String decision, String label) {
        return "<button name=\"decision\" value=\"" + decision + "\">" + label + "</button>";
    }

    private static void hidden(StringBuilder form, String name, String value) {
        form.append("<input type=\"hidden\" name=\"")
                .append(name)
                .append("\" value=\"")
                .append(HtmlUtils.htmlEscape(value))
                .append("\">");
    }

    static String refusal(Locale locale) {
        String title = text(locale, "oauth.refused");
        return page(locale, title, "<h1>" + title + "</h1>");
    }

    private static String page(Locale locale, String title, String body) {
        return "<!DOCTYPE html><html lang=\"" + locale.getLanguage() + "\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>" + title + "</title></head><body>"
                + body + "</body></html>";
    }

    private static String text(Locale locale, String key, Object... args) {
        return HtmlUtils.htmlEscape(WORDS.get(locale, key, args));
    }

    static void send(HttpServletResponse response, int status, String html) throws IOException {
        response.setStatus(status);
        response.setContentType("text/html;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'");
        response.setHeader("X-Frame-Options", "DENY");
        response.getWriter().write(html);
    }
}
