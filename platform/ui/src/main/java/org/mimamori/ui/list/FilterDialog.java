package org.mimamori.ui.list;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import java.util.Optional;
import java.util.function.Consumer;
import org.mimamori.engine.query.Condition;
import org.mimamori.ui.shell.Words;

/** Where one narrows a list down. */
final class FilterDialog extends Dialog {

    private final FilterGroup root;
    private final Consumer<Optional<Condition>> chosen;

    /** @param chosen hears the condition asked for */
    FilterDialog(Optional<Condition> shown, FilterScope scope, Consumer<Optional<Condition>> chosen) {
        this.chosen = chosen;
        this.root = FilterGroup.root(shown, scope);
        Words words = scope.context().words();
        addClassName("mm-filter");
        setHeaderTitle(words.of("filter.title"));
        setDraggable(false);
        add(root.component());
        Button apply = new Button(words.of("filter.apply"), event -> apply());
        apply.addThemeName("primary");
        apply.setId("filter-apply");
        Button none = new Button(words.of("filter.none"), event -> clear());
        none.addThemeName("tertiary");
        Button cancel = new Button(words.of("field.cancel"), event -> close());
        getFooter().add(none, cancel, apply);
    }

    private void apply() {
        if (root.complete()) {
            close();
            chosen.accept(root.condition());
        }
    }

    private void clear() {
        close();
        chosen.accept(Optional.empty());
    }
}
