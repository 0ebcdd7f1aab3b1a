package org.mimamori.ui.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.query.Condition;
import org.mimamori.ui.shell.Words;

/** Parts of a filter being built, of which all must hold or one. */
final class FilterGroup implements FilterPart {

    private final FilterScope scope;
    private final Words words;
    private final Div group = new Div();
    private final Div list = new Div();
    private final Select<Joint> joint = new Select<>();
    private final List<FilterPart> parts = new ArrayList<>();

    /** How parts are joined. */
    enum Joint {
        ALL,
        ANY
    }

    private FilterGroup(FilterScope scope, Joint joined, @Nullable Consumer<FilterPart> remove) {
        this.scope = scope;
        this.words = scope.context().words();
        joint.setManualValidation(true);
        joint.setAriaLabel(words.of("filter.joint"));
        joint.setItemLabelGenerator(each -> words.of("filter.joint." + each.name()));
        joint.setItems(Joint.values());
        joint.setValue(joined);
        Div head = new Div(joint);
        head.addClassName("mm-filter-head");
        if (remove != null) {
            Button away = new Button(VaadinIcon.CLOSE_SMALL.create(), event -> remove.accept(this));
            away.addThemeName("tertiary icon");
            away.setAriaLabel(words.of("filter.removeGroup"));
            head.add(away);
        }
        Button line = new Button(
                words.of("filter.add"), VaadinIcon.PLUS.create(), e -> add(FilterLine.empty(scope, this::remove)));
        line.addThemeName("tertiary");
        Button inner = new Button(words.of("filter.addGroup"), VaadinIcon.PLUS.create(), e -> addGroup());
        inner.addThemeName("tertiary");
        Div foot = new Div(line, inner);
        foot.addClassName("mm-filter-foot");
        group.addClassName("mm-filter-group");
        group.getElement().setAttribute("role", "group");
        group.getElement().setAttribute("aria-label", words.of("filter.group"));
        group.add(head, list, foot);
    }

    /** The whole filter: shows a condition, or one empty line. */
    static FilterGroup root(Optional<Condition> condition, FilterScope scope) {
        FilterGroup root = of(condition, scope, null);
        if (root.parts.isEmpty()) {
            root.add(FilterLine.empty(scope, root::remove));
        }
        return root;
    }

    private static FilterGroup of(
            Optional<Condition> condition, FilterScope scope, @Nullable Consumer<FilterPart> remove) {
        Condition shown = condition.orElse(null);
        FilterGroup group = new FilterGroup(scope, shown instanceof Condition.Or ? Joint.ANY : Joint.ALL, remove);
        switch (shown) {
            case null -> {}
            case Condition.And(List<Condition> of) -> of.forEach(group::show);
            case Condition.Or(List<Condition> of) -> of.forEach(group::show);
            case Condition.Test test -> group.show(test);
        }
        return group;
    }

    private void show(Condition part) {
        switch (part) {
            case Condition.Test test ->
                add(FilterLine.of(test, scope, this::remove).orElseGet(() -> new KeptPart(test, words, this::remove)));
            case Condition.And and -> add(of(Optional.of(and), scope, this::remove));
            case Condition.Or or -> add(of(Optional.of(or), scope, this::remove));
        }
    }

    private void addGroup() {
        FilterGroup inner = of(Optional.empty(), scope, this::remove);
        inner.joint.setValue(joint.getValue() == Joint.ALL ? Joint.ANY : Joint.ALL);
        inner.add(FilterLine.empty(scope, inner::remove));
        add(inner);
    }

    private void add(FilterPart part) {
        parts.add(part);
        list.add(part.component());
    }

    private void remove(FilterPart part) {
        parts.remove(part);
        list.remove(part.component());
    }

    @Override
    public Component component() {
        return group;
    }

    @Override
    public Optional<Condition> condition() {
        List<Condition> conditions =
                parts.stream().flatMap(part -> part.condition().stream()).toList();
        return switch (joint.getValue()) {
            case ALL -> Condition.all(conditions);
            case ANY -> Condition.any(conditions);
        };
    }

    @Override
    public boolean complete() {
        // Every part says what it lacks, not only the first.
        return parts.stream().filter(part -> !part.complete()).toList().isEmpty();
    }
}
