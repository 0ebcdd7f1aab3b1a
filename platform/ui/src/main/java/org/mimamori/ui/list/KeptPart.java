package org.mimamori.ui.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Optional;
import java.util.function.Consumer;
import org.mimamori.engine.query.Condition;
import org.mimamori.ui.shell.Words;

/** A part of a filter that the builder has no controls for: kept as it was written, or removed. */
final class KeptPart implements FilterPart {

    private final Condition condition;
    private final Div line;

    KeptPart(Condition condition, Words words, Consumer<FilterPart> remove) {
        this.condition = condition;
        Button away = new Button(VaadinIcon.CLOSE_SMALL.create(), event -> remove.accept(this));
        away.addThemeName("tertiary icon");
        away.setAriaLabel(words.of("filter.remove"));
        line = new Div(new Code(condition.text()), away);
        line.addClassName("mm-filter-line");
    }

    @Override
    public Component component() {
        return line;
    }

    @Override
    public Optional<Condition> condition() {
        return Optional.of(condition);
    }

    @Override
    public boolean complete() {
        return true;
    }
}
