package org.mimamori.engine.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Shape;
import org.mimamori.engine.field.SystemValue;

/** The fields that can be named, and where they stand: those of a record, or those of a table's rows. */
final class Places {

    private static final Place NUMBER = Place.own(Place.Kind.NUMBER, Shape.DECIMAL, RecordLayout.NUMBER);

    private final RecordLayout layout;
    private final @Nullable StoredField table;

    private Places(RecordLayout layout, @Nullable StoredField table) {
        this.layout = layout;
        this.table = table;
    }

    static Places of(RecordLayout layout) {
        return new Places(layout, null);
    }

    /** The fields inside the rows of a table. */
    Places inside(StoredField rows) {
        return new Places(layout, rows);
    }

    boolean inRow() {
        return table != null;
    }

    RecordLayout layout() {
        return layout;
    }

    /** @throws IllegalArgumentException for a field the app does not have there */
    Place of(FieldCode code) {
        return find(code)
                .orElseThrow(() ->
                        new IllegalArgumentException("app " + layout.app().id() + " has no field " + code + " there"));
    }

    Optional<Place> find(FieldCode code) {
        if (table != null) {
            return Optional.ofNullable(table.inner(code)).map(column -> Place.inRow("", column));
        }
        if (code.equals(FieldCode.ID)) {
            return Optional.of(NUMBER);
        }
        return own(code).or(() -> layout.field(code).map(Place::inRecord));
    }

    private Optional<Place> own(FieldCode code) {
        return layout.app()
                .field(code)
                .flatMap(field -> field.systemValue()
                        .flatMap(value -> RecordLayout.ownPath(value).map(path -> own(field, value, path))));
    }

    private static Place own(Field field, SystemValue value, String path) {
        return switch (value) {
            case RECORD_NUMBER -> NUMBER;
            case CREATED_TIME, UPDATED_TIME -> Place.own(Place.Kind.STAMP, field.shape(), path);
            case CREATOR, MODIFIER, STATUS, STATUS_ASSIGNEE, CATEGORY ->
                Place.own(Place.Kind.VALUE, field.shape(), path);
        };
    }

    /** A field inside a table as seen from the record, which passes when one row does. */
    Optional<Place> findInRows(FieldCode tableCode, FieldCode code) {
        return layout.field(tableCode)
                .flatMap(rows ->
                        Optional.ofNullable(rows.inner(code)).map(column -> Place.inRow(rows.path() + ".", column)));
    }
}
