package org.mimamori.engine.store;

import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.Shape;

/**
 * Where a filter or an order finds a field: in a record, or in a row of a table.
 *
 * @param path where the value stands; nothing stands there for a blank one
 * @param stored the field whose value it is, or null for a record's own data
 * @param folded where its folded text stands
 * @param spaces where text of nothing but spaces is marked
 * @param order where what lists are ordered by stands
 */
record Place(
        Kind kind, Shape shape, String path, @Nullable StoredField stored, String folded, String spaces, String order) {

    /** What stands there. */
    enum Kind {
        /** A value as fields hold it. */
        VALUE,
        /** The record's number, a whole number. */
        NUMBER,
        /** An instant to the millisecond, which filters take for its minute. */
        STAMP
    }

    static Place own(Kind kind, Shape shape, String path) {
        return new Place(kind, shape, path, null, path, path, path);
    }

    static Place inRecord(StoredField field) {
        String path = field.path();
        return new Place(
                Kind.VALUE,
                field.shape(),
                path,
                field,
                RecordLayout.FOLDED + "." + field.id(),
                RecordLayout.SPACES + "." + field.id(),
                field.isOrdered() ? RecordLayout.ORDER + "." + field.id() : path);
    }

    /** @param prefix path of the rows with a dot behind, or nothing inside a row */
    static Place inRow(String prefix, StoredField column) {
        String path = prefix + RecordLayout.ROW_VALUES + "." + column.id();
        return new Place(
                Kind.VALUE,
                column.shape(),
                path,
                column,
                prefix + RecordLayout.FOLDED + "." + column.id(),
                prefix + RecordLayout.SPACES + "." + column.id(),
                path);
    }

    /** Whether the place can hold several parts, so that an index has an entry for each. */
    boolean isMultiple() {
        return switch (shape) {
            case CHOICES, ENTITIES, FILES, ROWS -> true;
            case TEXT, DECIMAL, CHOICE, DATE, TIME, MOMENT, ENTITY, NONE -> false;
        };
    }
}
