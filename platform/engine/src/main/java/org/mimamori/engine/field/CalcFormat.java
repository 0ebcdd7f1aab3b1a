package org.mimamori.engine.field;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What the result of a calculated field is taken for; kintone's names. */
public enum CalcFormat {
    @JsonEnumDefaultValue
    NUMBER,
    /** A number shown with separators between its digits. */
    NUMBER_DIGIT,
    DATETIME,
    DATE,
    TIME,
    /** Seconds, shown as hours and minutes. */
    HOUR_MINUTE,
    /** Seconds, shown as days, hours and minutes. */
    DAY_HOUR_MINUTE;

    Shape shape() {
        return switch (this) {
            case NUMBER, NUMBER_DIGIT, HOUR_MINUTE, DAY_HOUR_MINUTE -> Shape.DECIMAL;
            case DATETIME -> Shape.MOMENT;
            case DATE -> Shape.DATE;
            case TIME -> Shape.TIME;
        };
    }

    DecimalForm decimalForm() {
        return switch (this) {
            case HOUR_MINUTE, DAY_HOUR_MINUTE -> DecimalForm.HOUR_MINUTE;
            case NUMBER, NUMBER_DIGIT, DATETIME, DATE, TIME -> DecimalForm.NUMBER;
        };
    }
}
