package org.mimamori.engine.report;

import java.util.List;
import org.mimamori.engine.field.Value;

/**
 * One group of records.
 *
 * @param keys what they agree on, one value for each group of the gathering; blank where the field is. A unit of time
 *     is any day, time or instant in it, by the gathering's zone.
 * @param tally what they come to
 */
public record Gathered(List<Value> keys, Tally tally) {
    public Gathered {
        keys = List.copyOf(keys);
    }
}
