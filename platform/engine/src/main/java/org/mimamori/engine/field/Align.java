package org.mimamori.engine.field;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** How the options of a choice field stand on the form. */
public enum Align {
    @JsonEnumDefaultValue
    HORIZONTAL,
    VERTICAL
}
