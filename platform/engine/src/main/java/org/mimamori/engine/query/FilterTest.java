package org.mimamori.engine.query;

import java.util.function.Function;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;

/** Tests a filter against one record in memory; gives the store's answer. */
public final class FilterTest {

    private FilterTest() {}

    /** Whether the filter holds for a record whose values the function gives; blank for what it lacks. */
    public static boolean holds(Filter filter, Function<FieldCode, Value> record) {
        throw new IllegalStateException(filter + " " + record);
    }
}
