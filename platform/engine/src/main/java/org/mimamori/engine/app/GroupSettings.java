package org.mimamori.engine.app;

import org.mimamori.engine.field.FieldCode;

/** Settings of a field group: what kintone keeps among the fields although it holds no value. */
public record GroupSettings(FieldCode code, String label, boolean noLabel, boolean openGroup) {}
