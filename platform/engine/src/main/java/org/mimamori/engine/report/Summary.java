package org.mimamori.engine.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.Report;
import org.mimamori.engine.app.Report.Aggregation;
import org.mimamori.engine.app.Report.ChartType;
import org.mimamori.engine.app.Report.Group;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.formula.NumberPrecision;

/** Makes the result of a report out of what was gathered: units of time, order, totals, the crossed table. */
final class Summary {

    /** What kintone shows of each kind. */
    static final int CHART_ITEMS = 500;

    static final int TABLE_ROWS = 10_000;
    static final int CROSS_ROWS = 1_000;
    static final int CROSS_COLUMNS = 50;

    private final AppDefinition app;
    private final Report report;
    private final Gathering gathering;
    private final Spans spans;
    private final Map<List<Value>, Tally> groups = new LinkedHashMap<>();
    private Tally all;
    private long leftOut;

    Summary(AppDefinition app, Report report, Gathering gathering) {
        this.app = app;
        this.report = report;
        this.gathering = gathering;
        this.spans = new Spans(gathering.zone(), app.settings().firstMonthOfFiscalYear());
        this.all = Tally.none(gathering.wanted().size());
    }

    void add(Gathered gathered) {
        List<Value> keys = keys(gathered);
        if (keys.stream().anyMatch(Value::isBlank)) {
            leftOut += gathered.tally().count();
        } else {
            groups.merge(keys, gathered.tally(), Tally::and);
            all = all.and(gathered.tally());
        }
    }

    private List<Value> keys(Gathered gathered) {
        List<Value> keys = new ArrayList<>();
        for (int i = 0; i < report.groups().size(); i++) {
            Group group = report.groups().get(i);
            Value key = gathered.keys().get(i);
            keys.add(group.per() == null ? key : spans.start(group.per(), key));
        }
        return keys;
    }

    ReportResult result() {
        List<List<Value>> ordered = new GroupOrder(app, report, this::total, groups, all).keys();
        int most = report.chartType() == ChartType.TABLE ? TABLE_ROWS : CHART_ITEMS;
        List<ReportResult.Row> rows = ordered.stream()
                .limit(report.chartType() == ChartType.PIVOT_TABLE ? TABLE_ROWS : most)
                .map(keys -> new ReportResult.Row(keys, figures(tally(groups, keys))))
                .toList();
        return new ReportResult(
                report, gathering.zone(), rows, figures(all), leftOut, ordered.size() - rows.size(), cross());
    }

    private @Nullable CrossTable cross() {
        int levels = report.groups().size();
        if (levels == 1 || report.chartType() == ChartType.TABLE) {
            return null;
        }
        Map<List<Value>, Tally> byRow = new LinkedHashMap<>();
        Map<List<Value>, Tally> byColumn = new LinkedHashMap<>();
        groups.forEach((keys, tally) -> {
            byRow.merge(keys.subList(0, levels - 1), tally, Tally::and);
            byColumn.merge(List.of(keys.getLast()), tally, Tally::and);
        });
        GroupOrder order = new GroupOrder(app, report, this::total, byRow, all);
        List<List<Value>> rows = order.keys();
        List<Value> columns = order.lastLevel(byColumn.keySet());
        List<Value> shown = columns.subList(0, Math.min(columns.size(), CROSS_COLUMNS));
        List<CrossTable.Row> shownRows = rows.stream()
                .limit(CROSS_ROWS)
                .map(keys -> new CrossTable.Row(keys, cells(keys, shown), total(tally(byRow, keys))))
                .toList();
        return new CrossTable(
                shown,
                shownRows,
                shown.stream().map(one -> total(tally(byColumn, List.of(one)))).toList(),
                total(all),
                columns.size() - shown.size(),
                rows.size() - shownRows.size());
    }

    private List<Value> cells(List<Value> row, List<Value> columns) {
        List<Value> cells = new ArrayList<>();
        for (Value column : columns) {
            List<Value> keys = new ArrayList<>(row);
            keys.add(column);
            Tally tally = groups.get(keys);
            cells.add(tally == null ? Value.BLANK : total(tally));
        }
        return cells;
    }

    private static Tally tally(Map<List<Value>, Tally> tallies, List<Value> keys) {
        return Objects.requireNonNull(tallies.get(keys));
    }

    private Value total(Tally tally) {
        return figure(tally, report.aggregations().getFirst());
    }

    private List<Value> figures(Tally tally) {
        return report.aggregations().stream().map(one -> figure(tally, one)).toList();
    }

    private Value figure(Tally tally, Aggregation aggregation) {
        FieldCode of = aggregation.code();
        if (of == null) {
            return new Value.Decimal(BigDecimal.valueOf(tally.count()));
        }
        Tally.Figures figures = tally.figures().get(place(of));
        return switch (aggregation.type()) {
            case SUM -> new Value.Decimal(figures.sum());
            case AVERAGE -> average(figures);
            case MAX -> figures.max();
            case MIN -> figures.min();
            case COUNT -> throw new IllegalStateException("a count of a field");
        };
    }

    private int place(FieldCode of) {
        return IntStream.range(0, gathering.wanted().size())
                .filter(i -> gathering.wanted().get(i).field().equals(of))
                .findFirst()
                .orElseThrow();
    }

    /** Rounded as the app's own calculations are. */
    private Value average(Tally.Figures figures) {
        if (figures.filled() == 0) {
            return Value.BLANK;
        }
        NumberPrecision precision = app.settings().numberPrecision();
        return new Value.Decimal(figures.sum()
                .divide(BigDecimal.valueOf(figures.filled()), precision.decimalPlaces(), precision.roundingMode()));
    }
}
