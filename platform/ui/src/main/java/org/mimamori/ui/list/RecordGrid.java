package org.mimamori.ui.list;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializableFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Shape;
import org.mimamori.engine.query.SortKey;
import org.mimamori.ui.field.FieldContext;
import org.mimamori.ui.field.ValueTexts;

/** The records of a list in rows and columns; on a narrow screen, as cards. */
final class RecordGrid extends Grid<Listed> {

    /** Below this width in pixels a table of several columns cannot be read. */
    private static final int NARROW = 640;

    private final AppDefinition app;
    private final ListQuery query;
    private final FieldContext context;
    private final ValueTexts texts;
    private final List<Column<Listed>> wide = new ArrayList<>();
    private final Column<Listed> card;

    RecordGrid(ListQuery query, List<Field> columns, RecordPages pages, FieldContext context) {
        this.app = query.app();
        this.query = query;
        this.context = context;
        this.texts = new ValueTexts(context);
        addClassName("mm-list");
        setPageSize(RecordPages.SIZE);
        setSelectionMode(SelectionMode.NONE);
        setColumnReorderingAllowed(true);
        setMultiSort(true, MultiSortPriority.APPEND, true);
        wide.add(opener());
        columns.forEach(field -> wide.add(column(field)));
        card = card(columns);
        CallbackDataProvider<Listed, Void> rows = new CallbackDataProvider<>(
                asked -> pages.fetch(asked.getOffset(), asked.getLimit()),
                asked -> (int) Math.min(Integer.MAX_VALUE, pages.total()),
                listed -> listed.record().id());
        setDataProvider(rows);
        showSort(query.sort());
        addSortListener(event -> {
            if (event.isFromClient()) {
                go(query.state().withSort(sortText(event.getSortOrder())));
            }
        });
        addColumnReorderListener(event -> go(query.state().withColumns(codes(event.getColumns()))));
        addItemClickListener(event -> open(event.getItem()));
    }

    /** Brings a place of the list into view: where one came back from. */
    void reveal(int at) {
        if (at > 0) {
            scrollToIndex(Math.max(0, at - 2));
        }
    }

    private Column<Listed> opener() {
        return addColumn(LitRenderer.<Listed>of("<a class=\"mm-open\" href=\"${item.path}\" aria-label=\"${item.name}\""
                                + " title=\"${item.name}\"><vaadin-icon icon=\"vaadin:arrow-right\"></vaadin-icon></a>")
                        .withProperty("path", this::path)
                        .withProperty(
                                "name",
                                listed -> context.words()
                                        .of(
                                                "list.open",
                                                Long.toString(listed.record().id()))))
                .setWidth("3.5rem")
                .setFlexGrow(0)
                .setFrozen(true);
    }

    private Column<Listed> column(Field field) {
        SerializableFunction<Listed, String> text =
                listed -> texts.column(field, listed.record().value(field));
        Column<Listed> column = addColumn(text::apply)
                .setKey(field.code().text())
                .setHeader(context.label(field))
                .setResizable(true)
                .setSortable(field.sortable())
                .setWidth(width(field))
                .setFlexGrow(field.shape() == Shape.TEXT ? 1 : 0)
                .setTooltipGenerator(text);
        if (field.shape() == Shape.DECIMAL) {
            column.setTextAlign(ColumnTextAlign.END);
        }
        return column;
    }

    private static String width(Field field) {
        return switch (field.shape()) {
            case TEXT, CHOICES, FILES -> "12rem";
            case DATE -> "11rem";
            case MOMENT -> "12rem";
            case TIME, ROWS, NONE -> "6rem";
            case DECIMAL -> "7rem";
            case CHOICE, ENTITY, ENTITIES -> "9rem";
        };
    }

    private Column<Listed> card(List<Field> columns) {
        return addColumn(LitRenderer.<Listed>of("<a class=\"mm-card\" href=\"${item.path}\">"
                                + "${item.lines.map((line) => html`<span class=\"mm-card-line\">"
                                + "<span class=\"mm-card-label\">${line.label}</span>"
                                + "<span class=\"mm-card-value\">${line.value}</span></span>`)}</a>")
                        .withProperty("path", this::path)
                        .withProperty("lines", listed -> lines(columns, listed)))
                .setFlexGrow(1);
    }

    /** What a card says of a field. */
    public record Line(String label, String value) {}

    private List<Line> lines(List<Field> columns, Listed listed) {
        return columns.stream()
                .map(field -> new Line(
                        context.label(field),
                        texts.column(field, listed.record().value(field))))
                .filter(line -> !line.value().isEmpty())
                .toList();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        narrow(event.getUI().getPage().getExtendedClientDetails().getWindowInnerWidth());
        event.getUI().getPage().addBrowserWindowResizeListener(resized -> narrow(resized.getWidth()));
    }

    private void narrow(int width) {
        boolean narrow = width > 0 && width < NARROW;
        if (card.isVisible() != narrow || wide.getFirst().isVisible() == narrow) {
            wide.forEach(column -> column.setVisible(!narrow));
            card.setVisible(narrow);
        }
        setClassName("mm-cards", narrow);
    }

    private String path(Listed listed) {
        return query.state().withAt(listed.at()).recordPath(app, listed.record().id());
    }

    private void open(Listed listed) {
        UI ui = UI.getCurrent();
        // Coming back by the browser's own button finds the place again.
        ui.getPage()
                .getHistory()
                .replaceState(null, query.state().withAt(listed.at()).path(app));
        ui.navigate(path(listed));
    }

    private void go(ListState state) {
        UI.getCurrent().navigate(state.path(app));
    }

    private void showSort(List<SortKey> keys) {
        List<GridSortOrder<Listed>> orders = new ArrayList<>();
        for (SortKey key : keys) {
            Column<Listed> column = getColumnByKey(key.field().text());
            if (column != null && column.isSortable()) {
                orders.add(new GridSortOrder<>(
                        column, key.ascending() ? SortDirection.ASCENDING : SortDirection.DESCENDING));
            }
        }
        sort(orders);
    }

    private static String sortText(List<GridSortOrder<Listed>> orders) {
        return orders.stream()
                .map(order -> order.getSorted().getKey()
                        + (order.getDirection() == SortDirection.ASCENDING ? " asc" : " desc"))
                .collect(Collectors.joining(", "));
    }

    private static List<FieldCode> codes(List<Column<Listed>> columns) {
        return columns.stream()
                .flatMap(column -> Stream.ofNullable(column.getKey()))
                .map(FieldCode::new)
                .toList();
    }
}
