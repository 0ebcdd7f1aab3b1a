package org.mimamori.ui.form;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import java.util.List;
import java.util.function.Consumer;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.EntityType;
import org.mimamori.ui.field.EntityPickers;
import org.mimamori.ui.field.FieldContext;
import org.mimamori.ui.shell.Words;

/** In which whoever manages the app gives a record other assignees: somebody has left, or is away. */
final class AssigneeDialog extends Dialog {

    AssigneeDialog(FieldContext context, List<EntityRef> assignees, Consumer<List<EntityRef>> chosen) {
        Words words = context.words();
        setHeaderTitle(words.of("process.assign"));
        MultiSelectComboBox<EntityRef> people = EntityPickers.several(EntityType.USER, List.of(), context);
        people.setId("process-assignees");
        people.setLabel(words.of("process.assignees"));
        people.setHelperText(words.of("process.assignees.help"));
        people.setWidthFull();
        people.setValue(assignees);
        add(people);
        Button confirm = new Button(words.of("process.assign.confirm"), event -> {
            close();
            chosen.accept(List.copyOf(people.getSelectedItems()));
        });
        confirm.setId("process-confirm");
        confirm.addThemeName("primary");
        getFooter().add(new Button(words.of("process.cancel"), event -> close()), confirm);
    }
}
