package org.mimamori.engine.field;

import java.util.List;

/**
 * A list of another app's records, shown and never stored.
 *
 * @param field field of this app that must equal {@code relatedField} of the other
 * @param size records per page
 */
public record RelatedRecords(
        RelatedApp relatedApp,
        FieldCode field,
        FieldCode relatedField,
        String filterCond,
        List<FieldCode> displayFields,
        String sort,
        int size) {

    public RelatedRecords {
        displayFields = List.copyOf(displayFields);
    }
}
