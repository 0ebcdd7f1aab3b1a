package org.mimamori.engine.query;

import java.time.LocalDate;
import java.time.ZoneId;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Operator;
import org.mimamori.engine.field.Value;

/** What a function of time stands for: from one point of time to just before another, both of the field's own shape. */
record Days(Value from, Value toExclusive) {

    static Days ofDates(LocalDate from, LocalDate toExclusive) {
        return new Days(new Value.Date(from), new Value.Date(toExclusive));
    }

    /** The same days as instants on the reader's wall. */
    static Days ofMoments(LocalDate from, LocalDate toExclusive, ZoneId zone) {
        return new Days(midnight(from, zone), midnight(toExclusive, zone));
    }

    static Value midnight(LocalDate day, ZoneId zone) {
        return new Value.Moment(day.atStartOfDay(zone).toInstant());
    }

    /** Equal is inside, less is before the start, greater is after the end. */
    Filter compared(FieldCode field, Operator operator) {
        return switch (operator) {
            case GREATER -> new Filter.Between(field, toExclusive, true, null, false);
            case GREATER_OR_EQUAL -> new Filter.Between(field, from, true, null, false);
            case LESS -> new Filter.Between(field, null, false, from, false);
            case LESS_OR_EQUAL -> new Filter.Between(field, null, false, toExclusive, false);
            case EQUAL, NOT_EQUAL, IN, NOT_IN, LIKE, NOT_LIKE, IS_EMPTY, IS_NOT_EMPTY ->
                new Filter.Between(field, from, true, toExclusive, false);
        };
    }
}
