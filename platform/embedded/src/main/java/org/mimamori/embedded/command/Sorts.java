package org.mimamori.embedded.command;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.order.SortOrder;

/** Reads a command's sort. */
final class Sorts {

    private Sorts() {}

    /** The natural order of this store is by _id, so {@code $natural} is that, forwards or backwards. */
    static SortOrder parse(@Nullable Document sort) {
        if (sort != null && sort.size() == 1 && sort.containsKey("$natural")) {
            return SortOrder.parse(new Document("_id", sort.get("$natural")));
        }
        return SortOrder.parse(sort);
    }
}
