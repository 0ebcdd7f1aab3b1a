package org.mimamori.ui.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.Set;
import java.util.stream.Collectors;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.record.AppRecord;
import org.mimamori.ui.field.Display;
import org.mimamori.ui.field.FieldContext;
import org.mimamori.ui.field.Place;

/** A record to be read. */
final class ReadPane extends Div {

    ReadPane(Desk desk, Opening opening, AppRecord record) {
        AppDefinition app = opening.app();
        FieldContext context = desk.context(app, record.id());
        Set<FieldCode> conditional = app.additions().rules().stream()
                .flatMap(rule -> rule.show().stream())
                .collect(Collectors.toSet());
        add(new LayoutPane(
                app,
                context.locale(),
                code -> app.field(code)
                        .filter(Field::enabled)
                        .filter(field -> opening.access().of(code).readable())
                        // A field that is shown only sometimes and holds nothing has nothing to say here.
                        .filter(field -> !conditional.contains(code)
                                || !record.value(field).isBlank())
                        .map(field -> shown(desk, field, context, record))));
    }

    private static Component shown(Desk desk, Field field, FieldContext context, AppRecord record) {
        Display display = desk.displays().of(field, context, Place.FORM);
        display.show(record.value(field));
        return display.component();
    }
}
