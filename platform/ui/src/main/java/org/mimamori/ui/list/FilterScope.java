package org.mimamori.ui.list;

import java.util.List;
import java.util.Optional;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.permission.Access;
import org.mimamori.ui.field.FieldContext;

/** What a filter can be built of: the fields the person may ask about. */
public record FilterScope(List<FilterField> fields, FieldContext context) {

    public FilterScope {
        fields = List.copyOf(fields);
    }

    public static FilterScope of(AppDefinition app, Access access, FieldContext context) {
        return new FilterScope(FilterField.of(app, access), context);
    }

    Optional<FilterField> find(String code) {
        return fields.stream()
                .filter(field -> field.field().code().text().equals(code))
                .findFirst();
    }
}
