package org.mimamori.engine.text;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** What HTML says, without its markup: the form in which rich text is searched, quoted and found empty. */
public final class PlainText {

    private PlainText() {}

    /** The text of a piece of HTML; blocks and line breaks become line ends. */
    public static String of(String html) {
        Lines lines = new Lines();
        NodeTraversor.traverse(lines, Jsoup.parseBodyFragment(html).body());
        return lines.text.toString().strip();
    }

    private static final class Lines implements NodeVisitor {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void head(Node node, int depth) {
            switch (node) {
                case TextNode words -> text.append(words.text());
                case Element element when element.nameIs("br") -> text.append('\n');
                case Element element when element.isBlock() -> breakLine();
                default -> {}
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element && element.isBlock()) {
                breakLine();
            }
        }

        private void breakLine() {
            if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
                text.append('\n');
            }
        }
    }
}
