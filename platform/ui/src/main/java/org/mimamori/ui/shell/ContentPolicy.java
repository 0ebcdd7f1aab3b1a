package org.mimamori.ui.shell;

import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.jsoup.nodes.Document;
import org.springframework.stereotype.Component;

/**
 * The Content-Security-Policy of the screens: what a browser may load and run, whatever slips into a page.
 *
 * <p>Scripts come from this server or carry the page's nonce. {@code unsafe-eval} stays, because Flow's client builds
 * functions from the expressions the server sends; an attacker who could put a string there would already have to be
 * the server. Style attributes stay allowed, because the components set them; style elements need the nonce.
 */
@Component
public final class ContentPolicy {

    private static final int NONCE_BYTES = 18;

    private final SecureRandom random = new SecureRandom();

    /** Gives a page its nonce and its policy. */
    void apply(IndexHtmlResponse page) {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        Document document = page.getDocument();
        document.getElementsByTag("script").attr("nonce", nonce);
        document.getElementsByTag("style").attr("nonce", nonce);
        document.head().appendElement("meta").attr("property", "csp-nonce").attr("nonce", nonce);
        page.getVaadinResponse().setHeader("Content-Security-Policy", policy(nonce));
    }

    private static String policy(String nonce) {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self' 'nonce-" + nonce + "' 'unsafe-eval'",
                "style-src 'self' 'nonce-" + nonce + "'",
                "style-src-attr 'unsafe-inline'",
                "img-src 'self' data: blob:",
                "font-src 'self' data:",
                "connect-src 'self'",
                "manifest-src 'self'",
                "base-uri 'self'",
                "form-action 'self'",
                "frame-ancestors 'none'",
                "frame-src 'none'",
                "object-src 'none'");
    }
}
