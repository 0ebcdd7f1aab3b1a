package org.mimamori.ui.field;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;
import java.util.function.Function;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.Row;

/** The rows of a table, to be read. */
final class ShownTable extends Composite<Div> {

    ShownTable(Field table, List<Row> rows, FieldContext context, Function<Field, Display> cells) {
        List<TableColumn> columns = TableColumn.of(context.app(), table);
        NativeTable content = TableHead.read(columns, context);
        NativeTableBody body = new NativeTableBody();
        rows.forEach(row -> body.add(line(columns, row, context, cells)));
        content.add(body);
        getContent().add(content);
        getContent().addClassName("mm-table-scroll");
    }

    private static NativeTableRow line(
            List<TableColumn> columns, Row row, FieldContext context, Function<Field, Display> cells) {
        NativeTableRow line = new NativeTableRow();
        for (TableColumn column : columns) {
            Display cell = cells.apply(column.field());
            cell.show(row.value(column.field().code()));
            NativeTableCell place = new NativeTableCell(cell.component());
            place.getElement().setAttribute("data-label", context.label(column.field()));
            line.add(place);
        }
        return line;
    }
}
