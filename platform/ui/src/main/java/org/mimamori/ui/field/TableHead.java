package org.mimamori.ui.field;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** The head of a table on the form. */
final class TableHead {

    private TableHead() {}

    /** A table to be read. */
    static NativeTable read(List<TableColumn> columns, FieldContext context) {
        NativeTableRow titles = new NativeTableRow();
        columns.forEach(column -> titles.add(title(column, context)));
        return table(titles);
    }

    /** A table to be filled in: with a column for the row's number and one for what can be done with the row. */
    static NativeTable typed(List<TableColumn> columns, FieldContext context) {
        NativeTableRow titles = new NativeTableRow();
        titles.add(hidden(context.words().of("field.table.number")));
        for (TableColumn column : columns) {
            NativeTableHeaderCell title = title(column, context);
            if (column.field().required() && context.typed(column.field())) {
                Span badge = new Span(context.words().of("field.required"));
                badge.addClassName("mm-required");
                title.add(badge);
            }
            titles.add(title);
        }
        titles.add(hidden(context.words().of("field.table.row")));
        return table(titles);
    }

    private static NativeTable table(NativeTableRow titles) {
        NativeTable table = new NativeTable();
        table.addClassName("mm-table");
        table.add(new NativeTableHeader(titles));
        return table;
    }

    private static NativeTableHeaderCell title(TableColumn column, FieldContext context) {
        NativeTableHeaderCell title = new NativeTableHeaderCell(context.label(column.field()));
        title.getElement().setAttribute("scope", "col");
        if (column.width() != null) {
            title.getStyle().setMinWidth(column.width() + "px");
        }
        return title;
    }

    private static NativeTableHeaderCell hidden(String text) {
        Span name = new Span(text);
        name.addClassName("mm-hidden");
        return new NativeTableHeaderCell(name);
    }
}
