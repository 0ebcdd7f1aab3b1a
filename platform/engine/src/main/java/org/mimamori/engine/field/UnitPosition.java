package org.mimamori.engine.field;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** On which side of a number its unit is shown. */
public enum UnitPosition {
    @JsonEnumDefaultValue
    BEFORE,
    AFTER
}
