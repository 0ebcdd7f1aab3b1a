package org.mimamori.ui.report;

import java.util.ArrayList;
import java.util.List;

/** Lines from category to category, straight or rounded, with or without the area below. */
final class LineChart {

    private final ChartData data;
    private final boolean rounded;
    private final boolean filled;
    private final boolean stacked;
    private final Plot plot;

    LineChart(ChartData data, int width, boolean rounded, boolean filled, boolean stacked) {
        this.data = data;
        this.rounded = rounded;
        this.filled = filled;
        this.stacked = stacked;
        this.plot = new Plot(data, width, Charts.scale(data, stacked));
    }

    /** Where a line passes. */
    private record Point(double x, double y) {
        String text() {
            return Drawing.point(x, y);
        }
    }

    String svg() {
        plot.axes();
        double[] ground = new double[data.categories().size()];
        for (int s = 0; s < data.series().size(); s++) {
            double[] top = ground.clone();
            for (int i = 0; i < top.length; i++) {
                top[i] = (stacked ? top[i] : 0) + data.series().get(s).at(i);
            }
            series(s, ground, top);
            ground = stacked ? top : ground;
        }
        return plot.drawing().svg();
    }

    private void series(int series, double[] ground, double[] top) {
        List<Point> points = points(top);
        if (filled) {
            String back = line(points(ground).reversed()).replaceFirst("M", "L");
            plot.drawing().path(line(points) + back + "Z", "mm-area " + Charts.colour(series), "");
        }
        plot.drawing().path(line(points), "mm-line " + Charts.colour(series), "");
        for (int i = 0; i < points.size(); i++) {
            plot.drawing()
                    .dot(points.get(i).x(), points.get(i).y(), Charts.colour(series), Charts.title(data, series, i));
        }
    }

    private List<Point> points(double[] figures) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < figures.length; i++) {
            points.add(new Point(plot.middle(i), plot.y(figures[i])));
        }
        return points;
    }

    private String line(List<Point> points) {
        StringBuilder line = new StringBuilder("M").append(points.getFirst().text());
        for (int i = 1; i < points.size(); i++) {
            Point to = points.get(i);
            if (rounded) {
                // Level at both ends: the line never passes above a peak or below a trough.
                Point from = points.get(i - 1);
                double middle = (from.x() + to.x()) / 2;
                line.append('C')
                        .append(Drawing.point(middle, from.y()))
                        .append(' ')
                        .append(Drawing.point(middle, to.y()))
                        .append(' ')
                        .append(to.text());
            } else {
                line.append('L').append(to.text());
            }
        }
        return line.toString();
    }
}
