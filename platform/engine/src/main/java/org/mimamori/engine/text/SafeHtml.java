package org.mimamori.engine.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * HTML that people wrote, made harmless: formatting, lists, tables and links stay, everything else goes. Images go too:
 * fetching one would tell a foreign server who reads a child's record, and when.
 */
public final class SafeHtml {

    private static final Set<String> STYLES = Set.of(
            "color",
            "background-color",
            "font-size",
            "font-weight",
            "font-style",
            "text-align",
            "text-decoration",
            "margin-left",
            "padding-left");

    /** A keyword, number, length or colour; no function but {@code rgb}, so nothing that fetches or hides. */
    private static final Pattern HARMLESS = Pattern.compile("[#a-z0-9 .%-]*|rgba?\\([0-9 ,.%]*\\)");

    private SafeHtml() {}

    /** The harmless part of the HTML. What is harmless already stays as it is. */
    public static String of(String html) {
        Document clean = new Cleaner(allowed()).clean(Jsoup.parseBodyFragment(html));
        clean.outputSettings().prettyPrint(false);
        clean.body().select("[style]").forEach(SafeHtml::keepHarmlessStyles);
        return clean.body().html();
    }

    private static Safelist allowed() {
        return Safelist.relaxed()
                .removeTags("img")
                .addTags("s", "strike", "del", "ins", "hr", "font")
                .addAttributes(":all", "style")
                .addAttributes("font", "color", "size")
                .addAttributes("a", "href")
                .removeProtocols("a", "href", "ftp")
                .addProtocols("a", "href", "http", "https", "mailto", "tel")
                .addEnforcedAttribute("a", "target", "_blank")
                .addEnforcedAttribute("a", "rel", "noopener noreferrer nofollow");
    }

    private static void keepHarmlessStyles(Element element) {
        String kept = Stream.of(element.attr("style").toLowerCase(Locale.ROOT).split(";"))
                .map(String::strip)
                .filter(SafeHtml::harmless)
                .collect(Collectors.joining("; "));
        if (kept.isEmpty()) {
            element.removeAttr("style");
        } else {
            element.attr("style", kept);
        }
    }

    private static boolean harmless(String declaration) {
        int colon = declaration.indexOf(':');
        return colon > 0
                && STYLES.contains(declaration.substring(0, colon).strip())
                && HARMLESS.matcher(declaration.substring(colon + 1).strip()).matches();
    }
}
