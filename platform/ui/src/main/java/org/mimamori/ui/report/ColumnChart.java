package org.mimamori.ui.report;

/** Upright bars, side by side or one on the other. */
final class ColumnChart {

    private final ChartData data;
    private final boolean stacked;
    private final Plot plot;

    ColumnChart(ChartData data, int width, boolean stacked) {
        this.data = data;
        this.stacked = stacked;
        this.plot = new Plot(data, width, Charts.scale(data, stacked));
    }

    String svg() {
        plot.axes();
        for (int i = 0; i < data.categories().size(); i++) {
            if (stacked) {
                stack(i);
            } else {
                sideBySide(i);
            }
        }
        return plot.drawing().svg();
    }

    private void sideBySide(int category) {
        double each = plot.step() * Plot.FILLED / data.series().size();
        double left = plot.middle(category) - plot.step() * Plot.FILLED / 2;
        for (int s = 0; s < data.series().size(); s++) {
            bar(category, s, left + s * each, each, 0, data.series().get(s).at(category));
        }
    }

    private void stack(int category) {
        double wide = plot.step() * Plot.FILLED;
        double above = 0;
        double below = 0;
        for (int s = 0; s < data.series().size(); s++) {
            double figure = data.series().get(s).at(category);
            double from = figure < 0 ? below : above;
            bar(category, s, plot.middle(category) - wide / 2, wide, from, from + figure);
            above += Math.max(0, figure);
            below += Math.min(0, figure);
        }
    }

    private void bar(int category, int series, double x, double wide, double from, double to) {
        if (from != to) {
            double top = plot.y(Math.max(from, to));
            double bottom = plot.y(Math.min(from, to));
            plot.drawing()
                    .rectangle(
                            x,
                            top,
                            Math.max(1, wide - 1),
                            bottom - top,
                            Charts.colour(series),
                            Charts.title(data, series, category));
        }
    }
}
