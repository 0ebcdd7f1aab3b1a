package org.mimamori.ui.shell;

import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.springframework.stereotype.Component;

/**
 * The Content-Security-Policy of the screens: what a browser may load and run, whatever slips into a page.
 *
 * <p>Scripts come from this server or carry the page's nonce, and so do styles. {@code unsafe-eval} stays, because
 * Flow's client makes functions of the expressions the server sends with every click. Style attributes stay allowed,
 * because grids and overlays place their parts by them; they can load nothing that this policy forbids.
 */
@Component
public final class ContentPolicy {

    private static final int NONCE_BYTES = 18;

    /** The bundle's components add style elements of their own; those made by a script may have the page's nonce. */
    private static final String NONCE_FOR_STYLES = """
            {
              const nonce = document.currentScript.nonce;
              const make = document.createElement;
              Document.prototype.createElement = function (name, options) {
                const element = make.call(this, name, options);
                if (element instanceof HTMLStyleElement) element.nonce = nonce;
                return element;
              };
            }
            """;

    /** The one style element of the bundle that is made from markup: the font of the upload's icons, 25.2.3. */
    private static final String UPLOAD_ICONS = "'sha256-3a64dNOQwcII785DP1PNJieaL3Lbu50dIaJGcJ6xwQ4='";

    private final SecureRandom random = new SecureRandom();

    /** Gives a page its nonce and its policy. */
    void apply(IndexHtmlResponse page) {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        Document document = page.getDocument();
        document.head().prependElement("script").appendChild(new DataNode(NONCE_FOR_STYLES));
        document.getElementsByTag("script").attr("nonce", nonce);
        document.getElementsByTag("style").attr("nonce", nonce);
        page.getVaadinResponse().setHeader("Content-Security-Policy", policy(nonce));
    }

    private static String policy(String nonce) {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self' 'nonce-" + nonce + "' 'unsafe-eval'",
                "script-src-attr 'none'",
                "style-src 'self' 'nonce-" + nonce + "' " + UPLOAD_ICONS,
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
