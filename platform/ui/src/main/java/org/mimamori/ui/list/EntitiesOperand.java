package org.mimamori.ui.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.EntityType;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.query.Condition.Operand;
import org.mimamori.ui.field.EntityPickers;
import org.mimamori.ui.field.FieldContext;

/** The control in which people, organisations or groups are chosen, whoever is signed in among them. */
final class EntitiesOperand implements OperandPane {

    private final FieldContext context;
    private final MultiSelectComboBox<EntityRef> picker;
    private final Checkbox self = new Checkbox();
    private final Div pane = new Div();
    private final @Nullable String function;

    private EntitiesOperand(Field field, Set<EntityRef> chosen, boolean ownChosen, FieldContext context) {
        this.context = context;
        this.function = function(field.entityType());
        this.picker = EntityPickers.several(field.entityType(), field.candidates(), context);
        picker.setAriaLabel(context.words().of("filter.values"));
        picker.setValue(chosen);
        pane.add(picker);
        pane.addClassName("mm-operand");
        if (function != null) {
            self.setLabel(context.words().of("filter.own." + field.entityType().name()));
            self.setValue(ownChosen);
            pane.add(self);
        }
    }

    static Optional<OperandPane> of(Field field, List<Operand> operands, FieldContext context) {
        Set<EntityRef> chosen = new LinkedHashSet<>();
        boolean own = false;
        for (Operand operand : operands) {
            switch (operand) {
                case Operand.Quoted(String code)
                when !code.isEmpty() -> chosen.add(new EntityRef(field.entityType(), code));
                case Operand.Call(String name, var args)
                when name.equalsIgnoreCase(function(field.entityType())) -> own = true;
                default -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new EntitiesOperand(field, chosen, own, context));
    }

    private static @Nullable String function(EntityType type) {
        return switch (type) {
            case USER -> "LOGINUSER";
            case ORGANIZATION -> "PRIMARY_ORGANIZATION";
            case GROUP -> null;
        };
    }

    @Override
    public Component component() {
        return pane;
    }

    @Override
    public Optional<List<Operand>> operands() {
        List<Operand> operands = new ArrayList<>();
        picker.getValue().forEach(ref -> operands.add(new Operand.Quoted(ref.code())));
        String own = function;
        if (own != null && self.getValue()) {
            operands.add(new Operand.Call(own, List.of()));
        }
        return operands.isEmpty() ? Optional.empty() : Optional.of(operands);
    }

    @Override
    public void mark(boolean missing) {
        picker.setInvalid(missing);
        picker.setErrorMessage(missing ? context.words().of("filter.valueMissing") : "");
    }
}
