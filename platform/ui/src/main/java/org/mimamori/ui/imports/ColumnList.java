package org.mimamori.ui.imports;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.imports.Imports;
import org.mimamori.ui.shell.Words;

/** The columns of a file, each with its first cells and what it is taken for. */
final class ColumnList extends UnorderedList {

    /** Longer cells are cut; what they are can be seen by their beginning. */
    private static final int SHOWN = 24;

    private final List<ComboBox<ColumnChoice>> choices = new ArrayList<>();

    ColumnList(Imports.Preview preview, List<String> targets, AppDefinition app, Words words) {
        addClassNames("plain", "mm-import-list");
        List<ColumnChoice> all = ColumnChoice.of(preview, app, words);
        for (int i = 0; i < preview.header().size(); i++) {
            String target = i < targets.size() ? targets.get(i) : "";
            add(column(preview, i, all, target, words));
        }
    }

    private ListItem column(Imports.Preview preview, int index, List<ColumnChoice> all, String target, Words words) {
        String name = preview.header().get(index);
        Span title = new Span(name.isBlank() ? Places.column(index) : name);
        title.addClassName("mm-import-name");
        Span samples = new Span(samples(preview, index, words));
        samples.addClassName("mm-import-samples");
        ComboBox<ColumnChoice> choice = new ComboBox<>();
        choice.setAriaLabel(words.of("import.column.of", title.getText()));
        choice.setItemLabelGenerator(ColumnChoice::label);
        choice.setItems(all);
        choice.setClassName("mm-import-target");
        choice.setValue(all.stream()
                .filter(one -> one.target().equals(target))
                .findFirst()
                .orElse(all.getFirst()));
        choice.getElement().setAttribute("data-column", Integer.toString(index));
        choices.add(choice);
        Span what = new Span(title, samples);
        what.addClassName("mm-import-what");
        return new ListItem(what, choice);
    }

    private static String samples(Imports.Preview preview, int index, Words words) {
        return preview.samples().stream()
                .map(cells -> index < cells.size() ? cells.get(index).strip() : "")
                .filter(cell -> !cell.isEmpty())
                .map(ColumnList::cut)
                .collect(Collectors.joining(words.of("list.separator")));
    }

    private static String cut(String cell) {
        String line = cell.replaceAll("\\R", " ");
        int end = line.offsetByCodePoints(0, Math.min(SHOWN, line.codePointCount(0, line.length())));
        return end < line.length() ? line.substring(0, end) + "…" : line;
    }

    /** As {@link org.mimamori.engine.imports.ImportPlan#columns} has them. */
    List<String> targets() {
        return choices.stream()
                .map(choice ->
                        choice.getValue() == null ? "" : choice.getValue().target())
                .toList();
    }

    List<ComboBox<ColumnChoice>> choices() {
        return choices;
    }
}
