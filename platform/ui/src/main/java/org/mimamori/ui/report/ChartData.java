package org.mimamori.ui.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mimamori.engine.app.Report;
import org.mimamori.engine.app.Report.Group;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.report.CrossTable;
import org.mimamori.engine.report.ReportResult;

/**
 * What a chart draws.
 *
 * @param categories what stands along the axis
 * @param series what is drawn of each category, each in a colour of its own
 */
record ChartData(List<String> categories, List<Series> series) {

    ChartData {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
    }

    /**
     * One figure of every category.
     *
     * @param figures one for each category; empty where there is none
     * @param texts the figures as people read them
     */
    record Series(String name, List<Optional<BigDecimal>> figures, List<String> texts) {
        Series {
            figures = List.copyOf(figures);
            texts = List.copyOf(texts);
        }

        double at(int category) {
            return figures.get(category).map(BigDecimal::doubleValue).orElse(0.0);
        }
    }

    /** Empty where there is nothing that could be drawn: no groups, or figures that are no numbers. */
    static Optional<ChartData> of(ReportResult result, GroupTexts texts) {
        CrossTable cross = result.cross();
        ChartData data = cross == null ? plain(result, texts) : crossed(result.report(), cross, texts);
        return data.categories.isEmpty() || data.series.isEmpty() ? Optional.empty() : Optional.of(data);
    }

    private static ChartData plain(ReportResult result, GroupTexts texts) {
        Report report = result.report();
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < report.aggregations().size(); i++) {
            int figure = i;
            var aggregation = report.aggregations().get(i);
            List<Value> values =
                    result.rows().stream().map(row -> row.figures().get(figure)).toList();
            if (values.stream().allMatch(ChartData::drawable)) {
                series.add(new Series(
                        texts.head(aggregation),
                        values.stream().map(ChartData::number).toList(),
                        values.stream()
                                .map(value -> texts.figure(aggregation, value))
                                .toList()));
            }
        }
        return new ChartData(
                result.rows().stream()
                        .map(row -> texts.keys(report.groups(), row.keys()))
                        .toList(),
                series);
    }

    private static ChartData crossed(Report report, CrossTable cross, GroupTexts texts) {
        List<Group> groups = report.groups();
        var aggregation = report.aggregations().getFirst();
        boolean drawable =
                cross.rows().stream().flatMap(row -> row.cells().stream()).allMatch(ChartData::drawable);
        List<Series> series = IntStream.range(0, drawable ? cross.columns().size() : 0)
                .mapToObj(i -> new Series(
                        texts.key(groups.getLast(), cross.columns().get(i)),
                        cross.rows().stream()
                                .map(row -> number(row.cells().get(i)))
                                .toList(),
                        cross.rows().stream()
                                .map(row ->
                                        texts.figure(aggregation, row.cells().get(i)))
                                .toList()))
                .toList();
        return new ChartData(
                cross.rows().stream().map(row -> texts.keys(groups, row.keys())).toList(), series);
    }

    private static boolean drawable(Value value) {
        return value.isBlank() || value instanceof Value.Decimal;
    }

    private static Optional<BigDecimal> number(Value value) {
        return value instanceof Value.Decimal(BigDecimal number) ? Optional.of(number) : Optional.empty();
    }

    /** The same with every figure as its part of a hundred of its category. */
    ChartData shares() {
        return new ChartData(
                categories,
                series.stream()
                        .map(one -> new Series(
                                one.name,
                                IntStream.range(0, categories.size())
                                        .mapToObj(i -> Optional.of(share(one.at(i), sum(i))))
                                        .toList(),
                                one.texts))
                        .toList());
    }

    private static BigDecimal share(double part, double whole) {
        return BigDecimal.valueOf(whole == 0 ? 0 : Math.abs(part) * 100 / whole);
    }

    /** The sizes of a category's figures, added up. */
    double sum(int category) {
        return series.stream().mapToDouble(one -> Math.abs(one.at(category))).sum();
    }
}
