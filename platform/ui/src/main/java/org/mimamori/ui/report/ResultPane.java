package org.mimamori.ui.report;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Function;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.Report;
import org.mimamori.engine.app.Report.ChartType;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.permission.Access;
import org.mimamori.engine.query.Condition;
import org.mimamori.engine.report.CrossTable;
import org.mimamori.engine.report.GroupCondition;
import org.mimamori.engine.report.ReportResult;
import org.mimamori.engine.report.Snapshot;
import org.mimamori.ui.field.FieldContext;
import org.mimamori.ui.list.ConditionWords;
import org.mimamori.ui.list.FilterScope;
import org.mimamori.ui.list.ListState;
import org.mimamori.ui.shell.Words;

/** What a report came to: a chart where there is one, and always the figures. */
final class ResultPane extends Div {

    private final AppDefinition app;
    private final Access access;
    private final FieldContext context;
    private final Words words;

    private ResultPane(AppDefinition app, Access access, FieldContext context) {
        this.app = app;
        this.access = access;
        this.context = context;
        this.words = context.words();
        addClassName("mm-report-result");
    }

    static ResultPane of(AppDefinition app, Access access, FieldContext context, ReportResult result, String name) {
        ResultPane pane = new ResultPane(app, access, context);
        pane.show(result, name);
        return pane;
    }

    static ResultPane of(AppDefinition app, Access access, FieldContext context, Snapshot kept) {
        ResultPane pane = new ResultPane(app, access, context);
        pane.show(kept);
        return pane;
    }

    private void show(ReportResult result, String name) {
        Report report = result.report();
        GroupTexts texts = new GroupTexts(context, result.zone());
        add(summary(report.filterCond(), result.leftOut()));
        if (result.rows().isEmpty()) {
            Paragraph nothing = new Paragraph(words.of("report.nothing"));
            nothing.addClassName("mm-empty");
            add(nothing);
            return;
        }
        ReportChart.of(result, texts, words.of("report.chart", name)).ifPresent(this::add);
        add(new H2(words.of("report.figures")));
        GroupCondition condition = new GroupCondition(app, report, result.zone());
        Function<List<Value>, String> link = keys -> list(condition.of(keys)).path(app);
        CrossTable cross = result.cross();
        boolean crossed = cross != null && report.aggregations().size() == 1;
        if (cross != null && crossed) {
            cut(cross.cutRows() + cross.cutColumns());
            add(new CrossGrid(report, cross, texts, link));
        } else {
            cut(result.cut());
            add(new FigureGrid(report.groups(), report.aggregations(), result.rows(), result.totals(), texts, link));
        }
        if (report.chartType() == ChartType.PIE && report.groups().size() > 1) {
            add(new Paragraph(words.of("report.pieOfFirst")));
        }
    }

    private void show(Snapshot kept) {
        add(summary(kept.filterCond(), kept.leftOut()));
        cut(kept.cut());
        GroupTexts texts = new GroupTexts(context, context.person().zone());
        add(new FigureGrid(kept.groups(), kept.aggregations(), kept.rows(), kept.totals(), texts, null));
    }

    private static ListState list(String query) {
        return ListState.FIRST_VIEW.withView(ListState.ALL).withQuery(query);
    }

    private Div summary(String condition, long leftOut) {
        Div summary = new Div();
        summary.addClassName("mm-list-summary");
        Condition.parse(condition).ifPresent(shown -> {
            Span text = new Span(
                    words.of("list.narrowed", new ConditionWords(FilterScope.of(app, access, context)).of(shown)));
            text.addClassName("mm-list-condition");
            summary.add(text, new Anchor(list(condition).path(app), words.of("report.records")));
        });
        if (leftOut > 0) {
            summary.add(new Span(words.of("report.leftOut", leftOut)));
        }
        return summary;
    }

    private void cut(long groups) {
        if (groups > 0) {
            Paragraph cut = new Paragraph(words.of("report.cut", groups));
            cut.addClassName("mm-report-cut");
            add(cut);
        }
    }
}
