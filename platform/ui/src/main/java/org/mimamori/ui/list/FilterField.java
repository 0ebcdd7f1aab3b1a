package org.mimamori.ui.list;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.Operator;
import org.mimamori.engine.field.Shape;
import org.mimamori.engine.permission.Access;
import org.mimamori.ui.field.FieldContext;

/**
 * A field that conditions can be on.
 *
 * @param table the table it stands in, or null at the top level
 */
record FilterField(Field field, @Nullable Field table) {

    /** What can be said of a field in a table: equality is asked with "one of", as in kintone. */
    private static final Set<Operator> NOT_IN_TABLES = EnumSet.of(Operator.EQUAL, Operator.NOT_EQUAL);

    /** What the builder has no control for: days, times and single options are not listed. */
    private static final Set<Operator> LISTS = EnumSet.of(Operator.IN, Operator.NOT_IN);

    /** The fields a person may ask about. */
    static List<FilterField> of(AppDefinition app, Access access) {
        List<FilterField> fields = new ArrayList<>();
        app.fields().top().stream()
                .filter(Field::enabled)
                .filter(field -> access.ever(field.code()).readable())
                .forEach(field -> {
                    add(fields, new FilterField(field, null));
                    field.inner().forEach(inner -> add(fields, new FilterField(inner, field)));
                });
        return List.copyOf(fields);
    }

    private static void add(List<FilterField> fields, FilterField candidate) {
        if (!candidate.operators().isEmpty()) {
            fields.add(candidate);
        }
    }

    String label(FieldContext context) {
        Field outer = table;
        String own = context.label(field);
        return outer == null ? own : context.words().of("filter.inTable", context.label(outer), own);
    }

    /** The operators offered, in the order of the language. */
    List<Operator> operators() {
        EnumSet<Operator> offered = EnumSet.noneOf(Operator.class);
        offered.addAll(field.operators());
        if (table != null) {
            offered.removeAll(NOT_IN_TABLES);
        }
        switch (field.shape()) {
            case DATE, TIME, MOMENT -> offered.removeAll(LISTS);
            case CHOICE, CHOICES, ENTITY, ENTITIES -> offered.removeAll(NOT_IN_TABLES);
            case TEXT, DECIMAL, FILES, ROWS, NONE -> {}
        }
        return List.copyOf(offered);
    }

    /** End of the key of an operator's name: days are before and after, numbers below and above. */
    String operatorKey(Operator operator) {
        boolean temporal = field.shape() == Shape.DATE || field.shape() == Shape.TIME || field.shape() == Shape.MOMENT;
        return (temporal ? "time." : "operator.") + operator.name();
    }
}
