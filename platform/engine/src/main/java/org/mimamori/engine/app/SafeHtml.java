package org.mimamori.engine.app;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.safety.Safelist;

/** HTML of a builder (descriptions, labels) with nothing in it that could act or load. */
final class SafeHtml {

    private static final Safelist ALLOWED = Safelist.basic()
            .addTags(
                    "div", "h1", "h2", "h3", "h4", "hr", "ruby", "rb", "rt", "rp", "table", "tbody", "thead", "tr",
                    "td", "th");

    private SafeHtml() {}

    static String of(String html) {
        return Jsoup.clean(html, "", ALLOWED, new Document.OutputSettings().prettyPrint(false));
    }
}
