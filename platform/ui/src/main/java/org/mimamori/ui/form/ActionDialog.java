package org.mimamori.ui.form;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.SystemValue;
import org.mimamori.engine.record.ProcessService.Way;
import org.mimamori.ui.field.FieldContext;
import org.mimamori.ui.shell.Words;

/** Asks whether an action of the process is really to be taken, and who is to act next where one has to be chosen. */
final class ActionDialog extends Dialog {

    private final FieldContext context;
    private final Words words;
    private final Way way;
    private final ComboBox<EntityRef> choice = new ComboBox<>();
    private final Consumer<@Nullable EntityRef> confirmed;

    /** @param confirmed takes who is to act next; null when nobody had to be chosen */
    ActionDialog(FieldContext context, Way way, Consumer<@Nullable EntityRef> confirmed) {
        this.context = context;
        this.words = context.words();
        this.way = way;
        this.confirmed = confirmed;
        setHeaderTitle(words.of("process.confirm", way.label()));
        Field status = context.app().fields().system(SystemValue.STATUS);
        add(new Paragraph(words.of("process.next", context.option(status, way.to()))));
        addAssignees();
        Button confirm = new Button(way.label(), event -> confirm());
        confirm.setId("process-confirm");
        confirm.addThemeName("primary");
        getFooter().add(new Button(words.of("process.cancel"), event -> close()), confirm);
    }

    private void addAssignees() {
        if (!way.choice().isEmpty()) {
            choice.setId("process-assignee");
            choice.setLabel(words.of("process.choose"));
            choice.setItems(way.choice());
            choice.setItemLabelGenerator(context::name);
            choice.setManualValidation(true);
            choice.setWidthFull();
            if (way.choice().size() == 1) {
                choice.setValue(way.choice().getFirst());
            }
            add(choice);
        } else if (!way.next().isEmpty()) {
            String names = way.next().stream().map(context::name).collect(Collectors.joining(words.of("process.and")));
            add(new Paragraph(words.of("process.nextAssignees", names)));
        }
    }

    private void confirm() {
        if (!way.choice().isEmpty() && choice.isEmpty()) {
            choice.setInvalid(true);
            choice.setErrorMessage(words.of("process.choose.missing"));
            return;
        }
        close();
        confirmed.accept(choice.getValue());
    }
}
