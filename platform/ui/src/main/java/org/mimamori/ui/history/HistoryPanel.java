package org.mimamori.ui.history;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.change.Change;
import org.mimamori.engine.directory.Actor;
import org.mimamori.ui.field.FieldContext;
import org.mimamori.ui.form.SidePanel;

/** What became of a record, newest first: who did what, when, and what stood there before. */
final class HistoryPanel extends Div implements SidePanel {

    private static final int PAGE = 20;

    private final HistoryDesk desk;
    private final OrderedList entries = new OrderedList();
    private final Paragraph nothing;
    private final Button older;
    private @Nullable AppDefinition app;
    private long record;
    private long last = Long.MAX_VALUE;

    HistoryPanel(HistoryDesk desk) {
        this.desk = desk;
        addClassName("history-panel");
        entries.addClassName("plain");
        nothing = new Paragraph(desk.words().of("history.none"));
        nothing.addClassName("empty");
        older = new Button(desk.words().of("history.older"), click -> more());
        older.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        add(nothing, entries, older);
    }

    @Override
    public String titleKey() {
        return "history.title";
    }

    @Override
    public Component component() {
        return this;
    }

    @Override
    public void show(AppDefinition shown, long number) {
        app = shown;
        record = number;
        last = Long.MAX_VALUE;
        entries.removeAll();
        more();
    }

    private void more() {
        AppDefinition of = app;
        if (of == null) {
            return;
        }
        Actor.Person person = desk.current().get();
        List<Change> found = desk.history().of(person, of.id(), record, PAGE + 1, last);
        List<Change> page = found.subList(0, Math.min(PAGE, found.size()));
        FieldContext fields = FieldContext.of(of, record, person, desk.words(), desk.directory(), desk.clock());
        page.forEach(change -> entries.add(new ChangeView(change, fields, desk)));
        last = page.isEmpty() ? last : page.getLast().number();
        older.setVisible(found.size() > PAGE);
        nothing.setVisible(entries.getChildren().findAny().isEmpty());
    }
}
