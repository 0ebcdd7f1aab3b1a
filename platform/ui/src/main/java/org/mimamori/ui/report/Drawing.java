package org.mimamori.ui.report;

import java.util.Locale;

/** Writes a picture as SVG. Colours and fonts are the style sheet's; texts are escaped. */
final class Drawing {

    private final StringBuilder svg = new StringBuilder(4096);

    Drawing(double width, double height) {
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(number(width))
                .append(' ')
                .append(number(height))
                .append("\" aria-hidden=\"true\" focusable=\"false\">");
    }

    void rectangle(double x, double y, double width, double height, String style, String title) {
        svg.append("<rect x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append("\" width=\"")
                .append(number(Math.max(0, width)))
                .append("\" height=\"")
                .append(number(Math.max(0, height)))
                .append("\" class=\"")
                .append(style)
                .append("\">");
        title(title);
        svg.append("</rect>");
    }

    void line(double x1, double y1, double x2, double y2, String style) {
        path("M" + point(x1, y1) + "L" + point(x2, y2), style, "");
    }

    void path(String data, String style, String title) {
        svg.append("<path d=\"")
                .append(data)
                .append("\" class=\"")
                .append(style)
                .append("\">");
        title(title);
        svg.append("</path>");
    }

    void dot(double x, double y, String style, String title) {
        svg.append("<circle cx=\"")
                .append(number(x))
                .append("\" cy=\"")
                .append(number(y))
                .append("\" r=\"3.5\" class=\"")
                .append(style)
                .append("\">");
        title(title);
        svg.append("</circle>");
    }

    void text(double x, double y, String style, String text) {
        svg.append("<text x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append("\" class=\"")
                .append(style)
                .append("\">")
                .append(escaped(text))
                .append("</text>");
    }

    private void title(String title) {
        if (!title.isEmpty()) {
            svg.append("<title>").append(escaped(title)).append("</title>");
        }
    }

    static String point(double x, double y) {
        return number(x) + " " + number(y);
    }

    static String number(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replaceAll("\\p{Cc}", " ");
    }

    String svg() {
        return svg + "</svg>";
    }
}
