package org.mimamori.ui.report;

import org.mimamori.engine.app.Report.ChartMode;
import org.mimamori.engine.app.Report.ChartType;

/** Draws charts. */
final class Charts {

    /** Colours there are, more than there are signs to be noticed; further series begin again. */
    private static final int COLOURS = 16;

    private Charts() {}

    /**
     * The chart as SVG; empty for a kind that is a table.
     *
     * @param width in the units of the picture, of which one is a pixel where it is shown in full size
     */
    static String svg(ChartType type, ChartMode mode, ChartData data, int width) {
        ChartData drawn = mode == ChartMode.PERCENTAGE && type.hasModes() ? data.shares() : data;
        boolean stacked = mode != ChartMode.NORMAL && type.hasModes();
        return switch (type) {
            case COLUMN -> new ColumnChart(drawn, width, stacked).svg();
            case BAR -> new BarChart(drawn, width, stacked).svg();
            case LINE -> new LineChart(drawn, width, false, false, false).svg();
            case SPLINE -> new LineChart(drawn, width, true, false, false).svg();
            case AREA -> new LineChart(drawn, width, false, true, stacked).svg();
            case SPLINE_AREA -> new LineChart(drawn, width, true, true, stacked).svg();
            case PIE -> new PieChart(drawn, width).svg();
            case TABLE, PIVOT_TABLE -> "";
        };
    }

    /** The style of a series: its colour. */
    static String colour(int series) {
        return "mm-s" + series % COLOURS;
    }

    /** What a pointer on a part of the chart is told. */
    static String title(ChartData data, int series, int category) {
        ChartData.Series one = data.series().get(series);
        String figure = one.texts().get(category);
        String name = data.series().size() > 1 ? " / " + one.name() : "";
        return data.categories().get(category) + name + ": " + figure;
    }

    /** A text that fits; wide signs count double. */
    static String clipped(String text, int most) {
        int width = 0;
        for (int i = 0; i < text.length(); i++) {
            width += text.charAt(i) > 0x2e7f ? 2 : 1;
            if (width > most) {
                return text.substring(0, Character.isLowSurrogate(text.charAt(i)) ? i - 1 : i) + "…";
            }
        }
        return text;
    }

    /** The scale that all figures fit on. */
    static Scale scale(ChartData data, boolean stacked) {
        double low = 0;
        double high = 0;
        for (int i = 0; i < data.categories().size(); i++) {
            double below = 0;
            double above = 0;
            for (ChartData.Series series : data.series()) {
                double figure = series.at(i);
                below = stacked ? below + Math.min(0, figure) : Math.min(below, figure);
                above = stacked ? above + Math.max(0, figure) : Math.max(above, figure);
            }
            low = Math.min(low, below);
            high = Math.max(high, above);
        }
        return Scale.of(low, high);
    }
}
