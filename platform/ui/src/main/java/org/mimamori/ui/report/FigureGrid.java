package org.mimamori.ui.report;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.Report.Aggregation;
import org.mimamori.engine.app.Report.Group;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.report.ReportResult;

/** The groups of a report in rows, with what they come to; a group leads to its records. */
final class FigureGrid extends Grid<ReportResult.Row> {

    private static final int SHORT = 40;

    /**
     * @param link where a group leads to; null for nowhere
     * @param totals of the last line
     */
    FigureGrid(
            List<Group> groups,
            List<Aggregation> aggregations,
            List<ReportResult.Row> rows,
            List<Value> totals,
            GroupTexts texts,
            @Nullable Function<List<Value>, String> link) {
        addClassName("mm-figures");
        setSelectionMode(SelectionMode.NONE);
        setAllRowsVisible(rows.size() <= SHORT);
        for (int i = 0; i < groups.size(); i++) {
            int level = i;
            Function<ReportResult.Row, String> text =
                    row -> texts.key(groups.get(level), row.keys().get(level));
            Function<ReportResult.Row, String> path =
                    link == null ? row -> "" : row -> link.apply(row.keys().subList(0, level + 1));
            addColumn(Links.<ReportResult.Row>renderer(text, path))
                    .setHeader(texts.head(groups.get(i)))
                    .setAutoWidth(true)
                    .setResizable(true)
                    .setFooter(i == 0 ? texts.total() : "");
        }
        for (int i = 0; i < aggregations.size(); i++) {
            int place = i;
            Aggregation aggregation = aggregations.get(i);
            addColumn(row -> texts.figure(aggregation, row.figures().get(place)))
                    .setHeader(texts.head(aggregation))
                    .setAutoWidth(true)
                    .setTextAlign(ColumnTextAlign.END)
                    .setFooter(texts.figure(aggregation, totals.get(i)));
        }
        setItems(rows);
    }

    /** Texts that lead somewhere. */
    static final class Links {

        private Links() {}

        /** @param path an empty one leads nowhere */
        static <T> LitRenderer<T> renderer(Function<T, String> text, Function<T, String> path) {
            return LitRenderer.<T>of("${item.path ? html`<a href=\"${item.path}\">${item.text}</a>` : item.text}")
                    .withProperty("text", text::apply)
                    .withProperty("path", path::apply);
        }
    }
}
