package org.mimamori.ui.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Row;
import org.mimamori.engine.field.Shape;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.problem.FieldProblem;

/** A row of a table that is filled in. */
final class RowEditor {

    private final NativeTableRow line = new NativeTableRow();
    private final NativeTableHeaderCell number = new NativeTableHeaderCell();
    private final List<TableColumn> columns;
    private final Map<FieldCode, Editor> editors = new LinkedHashMap<>();
    private final Map<FieldCode, Display> displays = new LinkedHashMap<>();
    private final RowMenu menu;
    private long id = Row.NEW;

    RowEditor(
            List<TableColumn> columns,
            TableEditor.CellFactory factory,
            TableEditor.RowActions actions,
            FieldContext context) {
        this.columns = columns;
        this.menu = new RowMenu(this, actions, context.words());
        number.getElement().setAttribute("scope", "row");
        line.add(number);
        columns.forEach(column -> addCell(column, factory, context));
        line.add(new NativeTableCell(menu.component()));
        shortcuts(actions);
    }

    Component component() {
        return line;
    }

    void show(Row row) {
        id = row.id();
        editors.forEach((code, editor) -> editor.show(row.value(code)));
        refresh(row);
    }

    /** What was typed. A cleared cell is sent as blank, or the platform would give it its default again. */
    Row row() {
        Map<FieldCode, Value> values = new HashMap<>();
        editors.forEach((code, editor) -> values.put(code, editor.value()));
        return new Row(id, values);
    }

    /** A new row with the same values. Files stay with the row they were attached to. */
    Row copy() {
        Map<FieldCode, Value> values = new HashMap<>(row().values());
        columns.stream()
                .filter(column -> column.field().shape() == Shape.FILES)
                .forEach(column -> values.remove(column.field().code()));
        return new Row(Row.NEW, values);
    }

    /** Shows what the platform calculated or copied into the row. */
    void refresh(Row calculated) {
        displays.forEach((code, display) -> display.show(calculated.value(code)));
    }

    List<FieldProblem> faults() {
        return editors.values().stream()
                .flatMap(editor -> editor.faults().stream())
                .toList();
    }

    void report(List<FieldProblem> problems) {
        editors.forEach((code, editor) -> editor.report(problems.stream()
                .filter(problem -> problem.field().equals(code.text()))
                .toList()));
        line.setClassName("mm-invalid", !problems.isEmpty());
    }

    boolean invalid() {
        return line.hasClassName("mm-invalid");
    }

    void focus() {
        editors.values().stream().findFirst().ifPresent(Editor::focus);
    }

    void onChange(Runnable listener) {
        editors.values().forEach(editor -> editor.onChange(listener));
    }

    void number(int place, int of) {
        number.setText(Integer.toString(place));
        menu.allow(place > 1, place < of);
    }

    private void addCell(TableColumn column, TableEditor.CellFactory factory, FieldContext context) {
        Display cell = factory.create(column.field());
        FieldCode code = column.field().code();
        if (cell instanceof Editor editor) {
            editors.put(code, editor);
        } else {
            displays.put(code, cell);
        }
        NativeTableCell place = new NativeTableCell(cell.component());
        place.getElement().setAttribute("data-label", context.label(column.field()));
        line.add(place);
    }

    private void shortcuts(TableEditor.RowActions actions) {
        shortcut(Key.ENTER, KeyModifier.CONTROL, () -> actions.insertBelow(this));
        shortcut(Key.ARROW_UP, KeyModifier.ALT, () -> actions.move(this, -1));
        shortcut(Key.ARROW_DOWN, KeyModifier.ALT, () -> actions.move(this, 1));
    }

    /** What is being typed reaches the server first. */
    private void shortcut(Key key, KeyModifier modifier, Runnable action) {
        Shortcuts.addShortcutListener(line, action::run, key, modifier)
                .listenOn(line)
                .resetFocusOnActiveElement();
    }
}
