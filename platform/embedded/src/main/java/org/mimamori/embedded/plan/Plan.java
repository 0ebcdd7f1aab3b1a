package org.mimamori.embedded.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way to read a collection.
 *
 * @param ranges the stretches to read, none overlapping another
 * @param reverse whether to read backwards
 * @param ordered whether the records come in the order that was asked for
 * @param exact whether every record in the ranges matches, so that the filter need not be asked again
 * @param test what the entries themselves tell of the filter; null if nothing
 * @param whole whether the ranges are the whole source, without any bound
 * @param rows how many entries the ranges hold
 */
record Plan(
        Source source,
        List<Range> ranges,
        boolean reverse,
        boolean ordered,
        boolean exact,
        @Nullable EntryTest test,
        boolean whole,
        long rows) {

    /** Whether one record may stand in the ranges more than once. */
    boolean repeats() {
        return source.isMultikey();
    }

    boolean isScan() {
        return source.isData() && whole;
    }
}
