package org.mimamori.engine.field;

import java.util.List;

/**
 * A lookup: the field takes its value from a record of another app and copies further values of that record.
 *
 * @param relatedApp code or id of the source app
 * @param relatedKeyField field of the source app whose value this field takes
 * @param fieldMappings what is copied: a field of this app, from a field of the source app
 * @param lookupPickerFields fields of the source app shown in the picker
 * @param filterCond condition on what the picker offers, in the query language; empty for none
 * @param sort order of the picker, in the query language; empty for none
 */
public record Lookup(
        RelatedApp relatedApp,
        FieldCode relatedKeyField,
        List<FieldMapping> fieldMappings,
        List<FieldCode> lookupPickerFields,
        String filterCond,
        String sort) {

    public Lookup {
        fieldMappings = List.copyOf(fieldMappings);
        lookupPickerFields = List.copyOf(lookupPickerFields);
    }

    /** One copied value: {@code field} of this app takes {@code relatedField} of the source app. */
    public record FieldMapping(FieldCode field, FieldCode relatedField) {}
}
