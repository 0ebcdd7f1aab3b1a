package org.mimamori.engine.field;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What a link field leads to. */
public enum LinkProtocol {
    @JsonEnumDefaultValue
    WEB,
    CALL,
    MAIL
}
