package org.mimamori.ui.list;

import java.util.List;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.Shape;
import org.mimamori.engine.permission.Access;

/** Which fields of an app a list can show. */
final class ListFields {

    private ListFields() {}

    /** Columns of the list of all records: kintone's choice, in form order. */
    static List<Field> all(AppDefinition app) {
        return app.fields().top().stream()
                .filter(Field::enabled)
                .filter(field -> field.shape() != Shape.ROWS && field.shape() != Shape.NONE)
                .filter(ListFields::shownAmongAll)
                .toList();
    }

    /** What a person may choose as columns. */
    static List<Field> choosable(AppDefinition app, Access access) {
        return app.fields().top().stream()
                .filter(Field::enabled)
                .filter(field -> field.shape() != Shape.NONE)
                .filter(field -> access.ever(field.code()).readable())
                .toList();
    }

    private static boolean shownAmongAll(Field field) {
        return field.systemValue()
                .map(value -> switch (value) {
                    case RECORD_NUMBER, STATUS, STATUS_ASSIGNEE -> true;
                    case CREATOR, CREATED_TIME, MODIFIER, UPDATED_TIME, CATEGORY -> false;
                })
                .orElse(true);
    }
}
