package org.mimamori.ui.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import org.mimamori.engine.app.View;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.permission.Access;
import org.mimamori.engine.query.Condition;
import org.mimamori.ui.field.FieldContext;
import org.mimamori.ui.shell.Words;

/** What one can do with a list: choose a view, search, narrow down, order, choose columns. */
final class ListBar extends Div {

    private final ListQuery query;
    private final Access access;
    private final FieldContext context;
    private final Words words;

    ListBar(ListQuery query, Access access, FieldContext context) {
        this.query = query;
        this.access = access;
        this.context = context;
        this.words = context.words();
        addClassName("mm-list-bar");
        add(views(), search());
        add(button(VaadinIcon.FILTER, "list.filter", this::filter));
        add(button(VaadinIcon.SORT, "list.sort", this::sort));
        add(button(VaadinIcon.GRID_H, "list.columns", this::columns));
    }

    private Component views() {
        Select<String> views = new Select<>();
        views.addClassName("mm-views");
        views.setAriaLabel(words.of("list.view"));
        List<String> ids = new ArrayList<>(query.views().stream()
                .filter(view -> view.needs().allMatch(this::readable))
                .map(view -> Long.toString(view.id()))
                .toList());
        ids.add(ListState.ALL);
        views.setItems(ids);
        views.setItemLabelGenerator(this::viewName);
        views.setValue(query.view()
                .map(view -> Long.toString(view.id()))
                .filter(ids::contains)
                .orElse(ListState.ALL));
        views.addValueChangeListener(event -> {
            if (event.getValue() != null) {
                go(query.state().withView(event.getValue()));
            }
        });
        return views;
    }

    private boolean readable(FieldCode code) {
        return access.ever(query.app().fields().tableOf(code).orElse(code)).readable();
    }

    private String viewName(String id) {
        return id.equals(ListState.ALL)
                ? words.of("list.all")
                : query.app()
                        .view(Long.parseLong(id))
                        .map(View::name)
                        .map(name -> name.in(words.locale()))
                        .orElse(id);
    }

    private Component search() {
        TextField search = new TextField();
        search.addClassName("mm-search");
        search.setAriaLabel(words.of("list.search"));
        search.setPlaceholder(words.of("list.search"));
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setAutocomplete(Autocomplete.OFF);
        search.setValue(query.state().search());
        search.setId("list-search");
        search.addValueChangeListener(
                event -> go(query.state().withSearch(event.getValue().strip())));
        return search;
    }

    private Button button(VaadinIcon icon, String key, Runnable action) {
        Button button = new Button(words.of(key), icon.create(), event -> action.run());
        button.setId(key.replace('.', '-'));
        return button;
    }

    private void filter() {
        FilterScope scope = FilterScope.of(query.app(), access, context);
        new FilterDialog(
                        query.condition(),
                        scope,
                        chosen -> go(query.state()
                                .withQuery(chosen.map(Condition::text).orElse(""))))
                .open();
    }

    private void sort() {
        List<Field> sortable = query.app().fields().top().stream()
                .filter(Field::enabled)
                .filter(Field::sortable)
                .filter(field -> access.ever(field.code()).readable())
                .toList();
        new SortDialog(
                        sortable,
                        query.sort(),
                        context,
                        order -> go(query.state().withSort(order)))
                .open();
    }

    private void columns() {
        new ColumnsDialog(
                        ListFields.choosable(query.app(), access),
                        query.columns(access),
                        context,
                        chosen -> go(query.state().withColumns(chosen)))
                .open();
    }

    private void go(ListState state) {
        UI.getCurrent().navigate(state.path(query.app()));
    }
}
