package org.mimamori.engine.query;

import org.mimamori.engine.field.FieldCode;

/** One key of an order. Empty values come first when ascending; ties are broken by descending record number. */
public record SortKey(FieldCode field, boolean ascending) {}
