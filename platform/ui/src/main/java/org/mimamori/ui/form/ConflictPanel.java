package org.mimamori.ui.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.record.AppRecord;
import org.mimamori.ui.field.DayTexts;
import org.mimamori.ui.field.FieldContext;
import org.mimamori.ui.field.ValueTexts;
import org.mimamori.ui.shell.Words;

/** What somebody else saved while this form was open, and, where both typed, whose value is to stand. */
final class ConflictPanel extends Div {

    private final ValueTexts texts;
    private final Words words;
    private final BiConsumer<Divergence, Value> chosen;

    /** @param chosen hears which value is to stand in a contested field */
    ConflictPanel(FieldContext context, BiConsumer<Divergence, Value> chosen) {
        this.texts = new ValueTexts(context);
        this.words = context.words();
        this.chosen = chosen;
        addClassName("mm-conflict");
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    void show(AppRecord now, List<Divergence> divergences) {
        removeAll();
        FieldContext context = texts.context();
        String at =
                DayTexts.time(now.updatedAt().atZone(context.person().zone()).toLocalTime());
        UnorderedList list = new UnorderedList();
        divergences.forEach(divergence -> list.add(new ListItem(entry(divergence))));
        add(
                new H2(words.of("record.conflict.title")),
                new Paragraph(words.of("record.conflict.text", context.name(now.modifier()), at)),
                list);
        setVisible(true);
    }

    private Component entry(Divergence divergence) {
        String label = texts.context().label(divergence.field());
        if (!divergence.contested()) {
            return new Span(words.of(
                    "record.conflict.taken",
                    label,
                    text(divergence, divergence.before()),
                    text(divergence, divergence.theirs())));
        }
        Value mine = Objects.requireNonNull(divergence.mine());
        RadioButtonGroup<Value> choice = new RadioButtonGroup<>();
        choice.setLabel(words.of("record.conflict.choose", label, text(divergence, divergence.before())));
        choice.setItems(mine, divergence.theirs());
        choice.setItemLabelGenerator(value -> words.of(
                value.equals(mine) ? "record.conflict.mine" : "record.conflict.theirs", text(divergence, value)));
        choice.setValue(mine);
        choice.addThemeName("vertical");
        choice.getElement()
                .setAttribute("data-conflict", divergence.field().code().text());
        choice.addValueChangeListener(event -> chosen.accept(divergence, event.getValue()));
        return choice;
    }

    private String text(Divergence divergence, Value value) {
        return value.isBlank() ? words.of("field.blank") : texts.of(divergence.field(), value);
    }
}
