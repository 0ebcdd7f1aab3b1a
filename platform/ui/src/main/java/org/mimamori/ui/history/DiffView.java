package org.mimamori.ui.history;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.Row;
import org.mimamori.engine.field.Value;
import org.mimamori.ui.field.FieldContext;
import org.mimamori.ui.field.ValueTexts;
import org.mimamori.ui.shell.Words;

/** What stood in a field before and what stands there after, told apart by sign and word, not by colour alone. */
record DiffView(FieldContext fields) {

    Component of(Field field, @Nullable Value before, @Nullable Value after) {
        if (before instanceof Value.Rows || after instanceof Value.Rows) {
            return rows(field, TableDiff.of(field, rows(before), rows(after)));
        }
        Div change = new Div();
        change.addClassName("diff");
        if (before != null && !before.isBlank()) {
            change.add(new Removed(words().of("history.before"), text(field, before)));
        }
        change.add(new Added(words().of("history.after"), text(field, after)));
        return change;
    }

    private String text(Field field, @Nullable Value value) {
        return value == null || value.isBlank() ? words().of("history.blank") : new ValueTexts(fields).of(field, value);
    }

    private Words words() {
        return fields.words();
    }

    private static List<Row> rows(@Nullable Value value) {
        return value instanceof Value.Rows(List<Row> rows) ? rows : List.of();
    }

    private Component rows(Field table, TableDiff diff) {
        UnorderedList list = new UnorderedList();
        list.addClassNames("plain", "row-diffs");
        for (TableDiff.RowDiff row : diff.rows()) {
            ListItem item =
                    new ListItem(new Span(words().of("history.row." + row.kind().name(), row.place() + 1)));
            for (TableDiff.CellDiff cell : row.cells()) {
                Div line = new Div(
                        new Span(fields.label(cell.field()) + ": "), of(cell.field(), cell.before(), cell.after()));
                line.addClassName("cell-diff");
                item.add(line);
            }
            list.add(item);
        }
        return list;
    }

    /** What is gone. */
    @Tag("del")
    static final class Removed extends HtmlContainer {
        Removed(String label, String text) {
            Span said = new Span(label);
            said.addClassName("visually-hidden");
            add(said, new Span(text));
        }
    }

    /** What has come. */
    @Tag("ins")
    static final class Added extends HtmlContainer {
        Added(String label, String text) {
            Span said = new Span(label);
            said.addClassName("visually-hidden");
            add(said, new Span(text));
        }
    }
}
