package org.mimamori.ui.report;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.mimamori.engine.app.Report;
import org.mimamori.engine.app.Report.Aggregation;
import org.mimamori.engine.app.Report.Group;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.report.CrossTable;

/** A crossed table with totals at its end and its foot; every figure leads to the records behind it. */
final class CrossGrid extends Grid<CrossTable.Row> {

    private static final int SHORT = 40;

    CrossGrid(Report report, CrossTable cross, GroupTexts texts, Function<List<Value>, String> link) {
        addClassName("mm-figures");
        setSelectionMode(SelectionMode.NONE);
        setAllRowsVisible(cross.rows().size() <= SHORT);
        List<Group> groups = report.groups();
        Aggregation aggregation = report.aggregations().getFirst();
        for (int i = 0; i < groups.size() - 1; i++) {
            int level = i;
            addColumn(FigureGrid.Links.<CrossTable.Row>renderer(
                            row -> texts.key(groups.get(level), row.keys().get(level)),
                            row -> link.apply(row.keys().subList(0, level + 1))))
                    .setHeader(texts.head(groups.get(i)))
                    .setAutoWidth(true)
                    .setResizable(true)
                    .setFrozen(i == 0)
                    .setFooter(i == 0 ? texts.total() : "");
        }
        for (int i = 0; i < cross.columns().size(); i++) {
            int place = i;
            Value column = cross.columns().get(i);
            addColumn(FigureGrid.Links.<CrossTable.Row>renderer(
                            row -> texts.figure(aggregation, row.cells().get(place)),
                            row -> row.cells().get(place).isBlank() ? "" : link.apply(with(row.keys(), column))))
                    .setHeader(texts.key(groups.getLast(), column))
                    .setAutoWidth(true)
                    .setTextAlign(ColumnTextAlign.END)
                    .setFooter(texts.figure(aggregation, cross.columnTotals().get(i)));
        }
        addColumn(row -> texts.figure(aggregation, row.total()))
                .setHeader(texts.total())
                .setAutoWidth(true)
                .setTextAlign(ColumnTextAlign.END)
                .setFooter(texts.figure(aggregation, cross.total()));
        setItems(cross.rows());
    }

    private static List<Value> with(List<Value> keys, Value last) {
        List<Value> all = new ArrayList<>(keys);
        all.add(last);
        return all;
    }
}
