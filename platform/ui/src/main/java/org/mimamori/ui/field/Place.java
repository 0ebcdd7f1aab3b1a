package org.mimamori.ui.field;

/** Where a field stands: in the form, with its label, or in a row of a table, under the label of its column. */
public enum Place {
    FORM,
    ROW
}
