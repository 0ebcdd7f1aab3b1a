package org.mimamori.engine.query;

import org.mimamori.engine.field.FieldCode;

/**
 * One key of an order. Empty values come first when ascending; ties are broken by descending record number.
 *
 * @param shownIn the records in which the reader may see the field; in the others it counts as empty
 */
public record SortKey(FieldCode field, boolean ascending, Filter shownIn) {

    public SortKey(FieldCode field, boolean ascending) {
        this(field, ascending, Filter.EVERYTHING);
    }

    /** The same key for a reader who may see the field only in some records. */
    public SortKey onlyIn(Filter records) {
        return new SortKey(field, ascending, records);
    }
}
