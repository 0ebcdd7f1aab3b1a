package org.mimamori.ui.report;

/** Lying bars, below each other or one after the other; the names of the categories have room at their left. */
final class BarChart {

    private static final double TOP = 8;
    private static final double BOTTOM = 28;
    private static final double RIGHT = 48;
    private static final double LETTER = 7;
    private static final double BAR = 22;
    private static final double THIN = 14;
    private static final double GAP = 10;

    private final ChartData data;
    private final boolean stacked;
    private final Scale scale;
    private final double width;
    private final double left;
    private final double each;
    private final Drawing drawing;

    BarChart(ChartData data, int width, boolean stacked) {
        this.data = data;
        this.stacked = stacked;
        this.scale = Charts.scale(data, stacked);
        this.width = width;
        this.left = Math.min(width * 0.35, 168);
        boolean lone = stacked || data.series().size() == 1;
        this.each = lone ? BAR + GAP : THIN * data.series().size() + GAP;
        this.drawing =
                new Drawing(width, TOP + BOTTOM + each * data.categories().size());
    }

    String svg() {
        axes();
        for (int i = 0; i < data.categories().size(); i++) {
            double top = TOP + i * each;
            drawing.text(
                    left - 8,
                    top + (each - GAP) / 2 + 5,
                    "mm-number",
                    Charts.clipped(data.categories().get(i), (int) (left / LETTER) - 1));
            if (stacked) {
                stack(i, top);
            } else {
                below(i, top);
            }
        }
        return drawing.svg();
    }

    private void axes() {
        double bottom = TOP + each * data.categories().size();
        for (double mark : scale.marks()) {
            drawing.line(x(mark), TOP, x(mark), bottom, mark == 0 ? "mm-axis" : "mm-mark");
            drawing.text(x(mark), bottom + 18, "mm-category", Scale.text(mark));
        }
    }

    private void below(int category, double top) {
        double high = (each - GAP) / data.series().size();
        for (int s = 0; s < data.series().size(); s++) {
            double figure = data.series().get(s).at(category);
            bar(category, s, top + s * high, high, 0, figure);
            drawing.text(
                    x(Math.max(0, figure)) + 5,
                    top + s * high + high / 2 + 5,
                    "mm-figure",
                    data.series().get(s).texts().get(category));
        }
    }

    private void stack(int category, double top) {
        double above = 0;
        double under = 0;
        for (int s = 0; s < data.series().size(); s++) {
            double figure = data.series().get(s).at(category);
            double from = figure < 0 ? under : above;
            bar(category, s, top, each - GAP, from, from + figure);
            above += Math.max(0, figure);
            under += Math.min(0, figure);
        }
    }

    private void bar(int category, int series, double y, double high, double from, double to) {
        if (from != to) {
            double start = x(Math.min(from, to));
            drawing.rectangle(
                    start,
                    y,
                    x(Math.max(from, to)) - start,
                    Math.max(1, high - 1),
                    Charts.colour(series),
                    Charts.title(data, series, category));
        }
    }

    private double x(double number) {
        return left + scale.at(number) * (width - left - RIGHT);
    }
}
