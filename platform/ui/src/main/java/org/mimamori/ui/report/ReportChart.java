package org.mimamori.ui.report;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mimamori.engine.app.Report;
import org.mimamori.engine.app.Report.ChartType;
import org.mimamori.engine.report.ReportResult;

/**
 * A chart as a picture, once as wide as a desk's screen and once as a phone's, of which the style sheet shows one. The
 * same figures stand in a table beside it, so to a screen reader it is one picture with a name.
 */
final class ReportChart extends Div {

    private static final int WIDE = 860;
    private static final int NARROW = 350;
    private static final int MOST_IN_LEGEND = 50;

    private ReportChart(Report report, ChartData data, String name) {
        addClassName("mm-chart");
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", name);
        add(picture(report, data, WIDE, "mm-chart-wide"), picture(report, data, NARROW, "mm-chart-narrow"));
        List<String> names = legend(report, data);
        if (names.size() > 1) {
            add(legend(names));
        }
    }

    /** Empty for a table, and where there is nothing to draw. */
    static Optional<ReportChart> of(ReportResult result, GroupTexts texts, String name) {
        ChartType type = result.report().chartType();
        return type == ChartType.TABLE || type == ChartType.PIVOT_TABLE
                ? Optional.empty()
                : ChartData.of(result, texts).map(data -> new ReportChart(result.report(), data, name));
    }

    private static Div picture(Report report, ChartData data, int width, String style) {
        Div frame = new Div(new Svg(Charts.svg(report.chartType(), report.chartMode(), data, width)));
        frame.addClassName(style);
        return frame;
    }

    /** What the colours mean: the slices of a pie, the series of every other chart. */
    private static List<String> legend(Report report, ChartData data) {
        return report.chartType() == ChartType.PIE
                ? data.categories()
                : data.series().stream().map(ChartData.Series::name).toList();
    }

    private static UnorderedList legend(List<String> names) {
        List<ListItem> items = new ArrayList<>();
        for (int i = 0; i < Math.min(names.size(), MOST_IN_LEGEND); i++) {
            Span sign = new Span();
            sign.addClassNames("mm-legend-sign", Charts.colour(i));
            items.add(new ListItem(sign, new Span(names.get(i))));
        }
        UnorderedList legend = new UnorderedList(items.toArray(ListItem[]::new));
        legend.addClassName("mm-legend");
        legend.getElement().setAttribute("aria-hidden", "true");
        return legend;
    }
}
