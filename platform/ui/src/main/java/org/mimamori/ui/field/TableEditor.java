package org.mimamori.ui.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.Initial;
import org.mimamori.engine.field.Row;
import org.mimamori.engine.field.TableField;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.problem.FieldProblem;

/** An editor of a table: rows one adds, fills, copies, moves and removes. */
final class TableEditor implements Editor {

    private final Field table;
    private final FieldContext context;
    private final CellFactory cells;
    private final List<TableColumn> columns;
    private final FieldFrame frame;
    private final NativeTableBody body = new NativeTableBody();
    private final List<RowEditor> rows = new ArrayList<>();
    private final List<Runnable> listeners = new ArrayList<>();

    /** Makes what stands in the cells of a row. */
    interface CellFactory {
        Display create(Field inner);
    }

    TableEditor(Field table, FieldContext context, CellFactory cells) {
        this.table = table;
        this.context = context;
        this.cells = cells;
        this.columns = TableColumn.of(context.app(), table);
        NativeTable content = TableHead.typed(columns, context);
        content.add(body);
        Button add = new Button(context.words().of("field.table.add"), VaadinIcon.PLUS.create(), e -> addRow());
        add.addClassName("mm-table-add");
        frame = Labels.name(new FieldFrame(content, add), table, context, Place.FORM);
        frame.addClassName("mm-table-frame");
    }

    @Override
    public Component component() {
        return frame;
    }

    @Override
    public Value value() {
        return Value.rows(rows.stream().map(RowEditor::row).toList());
    }

    @Override
    public List<FieldProblem> faults() {
        List<FieldProblem> faults = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            int index = i;
            rows.get(i)
                    .faults()
                    .forEach(fault -> faults.add(fault.inRow(table.code().text(), index)));
        }
        return faults;
    }

    @Override
    public void show(Value value) {
        rows.clear();
        body.removeAll();
        if (value instanceof Value.Rows(List<Row> shown)) {
            shown.forEach(row -> insert(rows.size(), row));
        }
    }

    @Override
    public void refresh(Value calculated) {
        List<Row> values = calculated instanceof Value.Rows(List<Row> shown) ? shown : List.of();
        for (int i = 0; i < Math.min(values.size(), rows.size()); i++) {
            rows.get(i).refresh(values.get(i));
        }
    }

    @Override
    public void report(List<FieldProblem> problems) {
        Reports.show(
                frame,
                problems.stream().filter(problem -> problem.row() == null).toList(),
                context.words());
        for (int i = 0; i < rows.size(); i++) {
            int index = i;
            rows.get(i)
                    .report(problems.stream()
                            .filter(problem -> Objects.equals(problem.row(), index))
                            .toList());
        }
    }

    @Override
    public void require(boolean required) {
        frame.setRequiredIndicatorVisible(required);
    }

    @Override
    public void focus() {
        rows.stream().filter(RowEditor::invalid).findFirst().ifPresentOrElse(RowEditor::focus, frame::focus);
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private void addRow() {
        insert(rows.size(), freshRow());
        rows.getLast().focus();
        changed();
    }

    /** A row with the defaults of its fields, as the platform would make it. */
    private Row freshRow() {
        Initial initial = new Initial(context.person(), context.clock());
        return table instanceof TableField fields ? fields.newRow(initial) : new Row(Row.NEW, Map.of());
    }

    private void insert(int index, Row row) {
        RowEditor editor = new RowEditor(columns, cells, new RowActions(), context);
        editor.show(row);
        editor.onChange(this::changed);
        rows.add(index, editor);
        body.addComponentAtIndex(index, editor.component());
        renumber();
    }

    private void renumber() {
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).number(i + 1, rows.size());
        }
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    /** What the buttons of a row do. */
    final class RowActions {

        void insertBelow(RowEditor row) {
            insert(rows.indexOf(row) + 1, freshRow());
            rows.get(rows.indexOf(row) + 1).focus();
            changed();
        }

        void duplicate(RowEditor row) {
            insert(rows.indexOf(row) + 1, row.copy());
            rows.get(rows.indexOf(row) + 1).focus();
            changed();
        }

        void move(RowEditor row, int by) {
            int to = rows.indexOf(row) + by;
            if (to < 0 || to >= rows.size()) {
                return;
            }
            rows.remove(row);
            rows.add(to, row);
            body.remove(row.component());
            body.addComponentAtIndex(to, row.component());
            renumber();
            row.focus();
            changed();
        }

        void remove(RowEditor row) {
            int index = rows.indexOf(row);
            rows.remove(row);
            body.remove(row.component());
            renumber();
            if (!rows.isEmpty()) {
                rows.get(Math.min(index, rows.size() - 1)).focus();
            }
            changed();
        }
    }
}
