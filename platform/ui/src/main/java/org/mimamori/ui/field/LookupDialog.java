package org.mimamori.ui.field;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.record.AppRecord;

/** Where one picks the record a lookup takes its value from. */
final class LookupDialog extends Dialog {

    private final LookupSource source;
    private final FieldContext context;
    private final Consumer<AppRecord> taken;
    private final Grid<AppRecord> grid = new Grid<>();
    private final TextField search = new TextField();

    LookupDialog(LookupSource source, FieldContext context, String typed, Consumer<AppRecord> taken) {
        this.source = source;
        this.context = context;
        this.taken = taken;
        addClassName("mm-lookup-dialog");
        setHeaderTitle(context.words().of("field.lookup.title", context.label(source.field())));
        Button close = new Button(VaadinIcon.CLOSE.create(), event -> close());
        close.addThemeName("tertiary");
        close.setAriaLabel(context.words().of("field.cancel"));
        getHeader().add(close);
        source.app().ifPresentOrElse(app -> offer(app, typed), this::refuse);
    }

    private void offer(AppDefinition app, String typed) {
        search.setAriaLabel(context.words().of("field.lookup.find"));
        search.setPlaceholder(context.words().of("field.lookup.find"));
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setAutocomplete(Autocomplete.OFF);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValue(typed);
        search.setWidthFull();
        search.setAutofocus(true);
        search.addValueChangeListener(event -> grid.getDataProvider().refreshAll());
        ValueTexts texts = new ValueTexts(context.in(app));
        for (Field column : source.columns(app)) {
            grid.addColumn(candidate -> texts.column(column, candidate.value(column)))
                    .setHeader(texts.context().label(column))
                    .setAutoWidth(true)
                    .setKey(column.code().text());
        }
        grid.setItems(query -> fetch(query.getOffset(), query.getLimit()));
        grid.setEmptyStateText(context.words().of("field.lookup.none"));
        grid.setSelectionMode(Grid.SelectionMode.SINGLE);
        grid.addSelectionListener(event -> event.getFirstSelectedItem().ifPresent(this::take));
        add(search, grid);
    }

    private Stream<AppRecord> fetch(int offset, int limit) {
        return source.find(search.getValue(), offset, limit).records().stream();
    }

    private void refuse() {
        add(new Paragraph(context.words().of("field.lookup.noSource")));
    }

    private void take(AppRecord chosen) {
        close();
        taken.accept(chosen);
    }
}
