package org.mimamori.ui.field;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxBase;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.EntityType;
import org.mimamori.engine.directory.User;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.Value;

/** Editors in which one chooses people, organisations or groups, found by name or reading. */
public final class EntityPickers {

    private EntityPickers() {}

    static Editor several(Field field, FieldContext context, Place place) {
        MultiSelectComboBox<EntityRef> picker = several(field.entityType(), field.candidates(), context);
        Labels.name(picker, field, context, place);
        return ControlEditor.of(
                field,
                context,
                picker,
                chosen -> new Typed.Read(Value.entities(List.copyOf(chosen))),
                EntityPickers::refsOf);
    }

    static Editor one(Field field, FieldContext context, Place place) {
        ComboBox<EntityRef> picker = Labels.name(new ComboBox<>(), field, context, place);
        prepare(picker, field.entityType(), field.candidates(), context);
        return ControlEditor.of(field, context, picker, EntityPickers::entity, EntityPickers::refOf);
    }

    /**
     * A control to choose from the directory.
     *
     * @param candidates who may be chosen, organisations and groups standing for their members; empty for everybody
     */
    public static MultiSelectComboBox<EntityRef> several(
            EntityType type, List<EntityRef> candidates, FieldContext context) {
        MultiSelectComboBox<EntityRef> picker = new MultiSelectComboBox<>();
        prepare(picker, type, candidates, context);
        picker.setAutoExpand(MultiSelectComboBox.AutoExpandMode.BOTH);
        return picker;
    }

    private static void prepare(
            ComboBoxBase<?, EntityRef, ?> picker, EntityType type, List<EntityRef> candidates, FieldContext context) {
        Predicate<EntityRef> allowed = allowed(type, candidates, context);
        picker.setManualValidation(true);
        picker.setClearButtonVisible(true);
        picker.setItemLabelGenerator(context::name);
        picker.setRenderer(LitRenderer.<EntityRef>of(
                        "<span>${item.name}</span> <small class=\"mm-affiliation\">${item.affiliation}</small>")
                .withProperty("name", context::name)
                .withProperty("affiliation", context::affiliation));
        picker.setItems(query -> search(query, type, allowed, context));
    }

    private static Stream<EntityRef> search(
            Query<EntityRef, String> query, EntityType type, Predicate<EntityRef> allowed, FieldContext context) {
        String typed = query.getFilter().orElse("");
        return context.directory().search(type, typed, Integer.MAX_VALUE).stream()
                .filter(allowed)
                .skip(query.getOffset())
                .limit(query.getLimit());
    }

    private static Predicate<EntityRef> allowed(EntityType type, List<EntityRef> candidates, FieldContext context) {
        if (candidates.isEmpty()) {
            return ref -> true;
        }
        return switch (type) {
            case USER ->
                candidates.stream()
                        .flatMap(ref -> context.directory().members(ref).stream())
                        .map(User::ref)
                        .collect(Collectors.toSet())::contains;
            case ORGANIZATION, GROUP -> candidates::contains;
        };
    }

    private static Set<EntityRef> refsOf(Value value) {
        return value instanceof Value.Entities(List<EntityRef> refs) ? new LinkedHashSet<>(refs) : Set.of();
    }

    private static Typed entity(@Nullable EntityRef ref) {
        return new Typed.Read(ref == null ? Value.BLANK : new Value.Entity(ref));
    }

    private static @Nullable EntityRef refOf(Value value) {
        return value instanceof Value.Entity(EntityRef ref) ? ref : null;
    }
}
