package org.mimamori.ui.report;

/** Slices of a whole, of the first series; what is not above zero is no part of it. */
final class PieChart {

    private static final double RADIUS = 120;
    private static final double EDGE = 10;

    private final ChartData data;
    private final double centre;
    private final Drawing drawing;

    PieChart(ChartData data, int width) {
        this.data = data;
        this.centre = width / 2.0;
        this.drawing = new Drawing(width, 2 * (RADIUS + EDGE));
    }

    String svg() {
        ChartData.Series series = data.series().getFirst();
        double whole = 0;
        for (int i = 0; i < data.categories().size(); i++) {
            whole += Math.max(0, series.at(i));
        }
        double from = 0;
        for (int i = 0; i < data.categories().size() && whole > 0; i++) {
            double part = Math.max(0, series.at(i)) / whole;
            if (part > 0) {
                slice(i, from, from + part);
            }
            from += part;
        }
        return drawing.svg();
    }

    private void slice(int category, double from, double to) {
        String title = Charts.title(data, 0, category);
        String style = "mm-slice " + Charts.colour(category);
        if (to - from > 0.9999) {
            drawing.path("M" + point(0) + arc(0.5, false) + arc(1, false) + "Z", style, title);
            return;
        }
        drawing.path(
                "M" + Drawing.point(centre, RADIUS + EDGE) + "L" + point(from) + arc(to, to - from > 0.5) + "Z",
                style,
                title);
    }

    private static String number(double value) {
        return Drawing.number(value);
    }

    private String arc(double to, boolean large) {
        return "A" + number(RADIUS) + " " + number(RADIUS) + " 0 " + (large ? 1 : 0) + " 1 " + point(to);
    }

    /** A point of the rim; a turn begins at the top and goes with the clock. */
    private String point(double turn) {
        double angle = 2 * Math.PI * turn;
        return Drawing.point(centre + RADIUS * Math.sin(angle), RADIUS + EDGE - RADIUS * Math.cos(angle));
    }
}
