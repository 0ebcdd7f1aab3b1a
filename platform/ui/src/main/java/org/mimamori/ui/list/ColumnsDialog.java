package org.mimamori.ui.list;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.ui.field.FieldContext;
import org.mimamori.ui.shell.Words;

/** Where one chooses the columns of a list. */
final class ColumnsDialog extends Dialog {

    private final CheckboxGroup<Field> boxes = new CheckboxGroup<>();
    private final List<Field> shown;
    private final Consumer<List<FieldCode>> chosen;

    /**
     * @param shown the columns as they are, in order
     * @param chosen hears the columns asked for; none for the view's own
     */
    ColumnsDialog(List<Field> choosable, List<Field> shown, FieldContext context, Consumer<List<FieldCode>> chosen) {
        this.shown = shown;
        this.chosen = chosen;
        Words words = context.words();
        addClassName("mm-columns-dialog");
        setHeaderTitle(words.of("list.columns"));
        boxes.setAriaLabel(words.of("list.columns"));
        boxes.addThemeName("vertical");
        boxes.addClassName("mm-columns");
        boxes.setItemLabelGenerator(context::label);
        boxes.setItems(choosable);
        boxes.setValue(new LinkedHashSet<>(shown));
        add(boxes);
        Button apply = new Button(words.of("list.columns.apply"), event -> apply());
        apply.addThemeName("primary");
        Button own = new Button(words.of("list.columns.view"), event -> choose(List.of()));
        own.addThemeName("tertiary");
        getFooter().add(own, new Button(words.of("field.cancel"), event -> close()), apply);
    }

    /** Columns that were there keep their order; new ones come after them. */
    private void apply() {
        Set<Field> wanted = boxes.getValue();
        List<Field> columns =
                new ArrayList<>(shown.stream().filter(wanted::contains).toList());
        wanted.stream().filter(field -> !columns.contains(field)).forEach(columns::add);
        choose(columns.stream().map(Field::code).toList());
    }

    private void choose(List<FieldCode> columns) {
        close();
        chosen.accept(columns);
    }
}
