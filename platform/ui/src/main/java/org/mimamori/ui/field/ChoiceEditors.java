package org.mimamori.ui.field;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.Align;
import org.mimamori.engine.field.CheckBoxField;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.Option;
import org.mimamori.engine.field.RadioButtonField;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.text.Folding;

/** Editors in which one chooses options. An option a record holds but the definition lost stays choosable there. */
final class ChoiceEditors {

    /** Beyond this many options one types to find one. */
    private static final int LONG_LIST = 12;

    private ChoiceEditors() {}

    static Editor one(Field field, FieldContext context, Place place) {
        return field.options().size() > LONG_LIST ? search(field, context, place) : select(field, context, place);
    }

    static Editor radio(Field field, FieldContext context, Place place) {
        RadioButtonGroup<String> group = Labels.name(new RadioButtonGroup<>(), field, context, place);
        group.setManualValidation(true);
        group.setItemLabelGenerator(option -> context.option(field, option));
        if (place == Place.FORM && field instanceof RadioButtonField radio && radio.align() == Align.VERTICAL) {
            group.addThemeName("vertical");
        }
        Items items = new Items(field, group::setItems);
        return ControlEditor.of(field, context, group, ChoiceEditors::choice, items::option);
    }

    static Editor checks(Field field, FieldContext context, Place place) {
        CheckboxGroup<String> group = Labels.name(new CheckboxGroup<>(), field, context, place);
        group.setManualValidation(true);
        group.setItemLabelGenerator(option -> context.option(field, option));
        if (place == Place.FORM && field instanceof CheckBoxField checks && checks.align() == Align.VERTICAL) {
            group.addThemeName("vertical");
        }
        if (field.options().size() > LONG_LIST) {
            group.addClassName("mm-columns");
        }
        Items items = new Items(field, group::setItems);
        return ControlEditor.of(field, context, group, items::choices, items::options);
    }

    static Editor several(Field field, FieldContext context, Place place) {
        MultiSelectComboBox<String> box = Labels.name(new MultiSelectComboBox<>(), field, context, place);
        box.setManualValidation(true);
        box.setItemLabelGenerator(option -> context.option(field, option));
        Items items = new Items(
                field, options -> box.setItems((option, typed) -> matches(context, field, option, typed), options));
        return ControlEditor.of(field, context, box, items::choices, items::options);
    }

    private static Editor select(Field field, FieldContext context, Place place) {
        Select<String> select = Labels.name(new Select<>(), field, context, place);
        select.setManualValidation(true);
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(context.words().of("field.noChoice"));
        select.setItemLabelGenerator(option -> option == null ? "" : context.option(field, option));
        Items items = new Items(field, select::setItems);
        return ControlEditor.of(field, context, select, ChoiceEditors::choice, items::option);
    }

    private static Editor search(Field field, FieldContext context, Place place) {
        ComboBox<String> box = Labels.name(new ComboBox<>(), field, context, place);
        box.setManualValidation(true);
        box.setClearButtonVisible(true);
        box.setItemLabelGenerator(option -> context.option(field, option));
        Items items = new Items(
                field, options -> box.setItems((option, typed) -> matches(context, field, option, typed), options));
        return ControlEditor.of(field, context, box, ChoiceEditors::choice, items::option);
    }

    private static Typed choice(@Nullable String option) {
        return new Typed.Read(option == null ? Value.BLANK : new Value.Choice(option));
    }

    private static boolean matches(FieldContext context, Field field, String option, String typed) {
        return Folding.fold(context.option(field, option)).contains(Folding.fold(typed));
    }

    /** The options a control offers. */
    private static final class Items {

        private final List<String> offered;
        private final Consumer<List<String>> control;

        Items(Field field, Consumer<List<String>> control) {
            this.offered =
                    new ArrayList<>(field.options().stream().map(Option::name).toList());
            this.control = control;
            control.accept(offered);
        }

        @Nullable
        String option(Value value) {
            if (!(value instanceof Value.Choice(String option))) {
                return null;
            }
            offer(List.of(option));
            return option;
        }

        Set<String> options(Value value) {
            List<String> options = value instanceof Value.Choices choices ? choices.options() : List.of();
            offer(options);
            return new LinkedHashSet<>(options);
        }

        Typed choices(Set<String> chosen) {
            return new Typed.Read(
                    Value.choices(offered.stream().filter(chosen::contains).toList()));
        }

        private void offer(List<String> options) {
            List<String> lost =
                    options.stream().filter(option -> !offered.contains(option)).toList();
            if (!lost.isEmpty()) {
                offered.addAll(lost);
                control.accept(List.copyOf(offered));
            }
        }
    }
}
