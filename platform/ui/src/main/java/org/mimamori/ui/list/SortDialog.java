package org.mimamori.ui.list;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.query.SortKey;
import org.mimamori.ui.field.FieldContext;
import org.mimamori.ui.shell.Words;

/** Where one puts a list in order, by up to three fields. */
final class SortDialog extends Dialog {

    private static final int KEYS = 3;

    private final List<Field> fields;
    private final FieldContext context;
    private final Consumer<String> chosen;
    private final List<Key> keys = new ArrayList<>();

    /** The controls of one key. */
    private record Key(Select<Field> field, Select<Boolean> ascending) {}

    /**
     * @param fields what lists can be ordered by
     * @param chosen hears the order as text; empty for the default
     */
    SortDialog(List<Field> fields, List<SortKey> shown, FieldContext context, Consumer<String> chosen) {
        this.fields = fields;
        this.context = context;
        this.chosen = chosen;
        Words words = context.words();
        setHeaderTitle(words.of("list.sort"));
        addClassName("mm-sort");
        for (int i = 0; i < KEYS; i++) {
            Key key = key(i + 1);
            if (i < shown.size()) {
                SortKey old = shown.get(i);
                fields.stream()
                        .filter(field -> field.code().equals(old.field()))
                        .findFirst()
                        .ifPresent(key.field()::setValue);
                key.ascending().setValue(old.ascending());
            }
            keys.add(key);
            Div line = new Div(key.field(), key.ascending());
            line.addClassName("mm-operand");
            add(line);
        }
        Button apply = new Button(words.of("list.sort.apply"), event -> apply());
        apply.addThemeName("primary");
        getFooter().add(new Button(words.of("field.cancel"), event -> close()), apply);
    }

    private Key key(int place) {
        Words words = context.words();
        Select<Field> field = new Select<>();
        field.setAriaLabel(words.of("list.sort.key", place));
        field.setEmptySelectionAllowed(true);
        field.setEmptySelectionCaption(words.of("list.sort.none"));
        field.setItemLabelGenerator(each -> each == null ? "" : context.label(each));
        field.setItems(fields);
        Select<Boolean> ascending = new Select<>();
        ascending.setAriaLabel(words.of("list.sort.direction", place));
        ascending.setItemLabelGenerator(each -> words.of(each ? "list.sort.ascending" : "list.sort.descending"));
        ascending.setItems(true, false);
        ascending.setValue(true);
        return new Key(field, ascending);
    }

    private void apply() {
        close();
        chosen.accept(keys.stream()
                .filter(key -> key.field().getValue() != null)
                .map(key -> key.field().getValue().code() + (key.ascending().getValue() ? " asc" : " desc"))
                .collect(Collectors.joining(", ")));
    }
}
