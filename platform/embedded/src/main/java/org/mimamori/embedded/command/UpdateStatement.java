package org.mimamori.embedded.command;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.mimamori.embedded.CommandException;
import org.mimamori.embedded.filter.FilterParser;
import org.mimamori.embedded.order.SortOrder;
import org.mimamori.embedded.plan.Deadline;
import org.mimamori.embedded.plan.Query;
import org.mimamori.embedded.update.Update;

/** One statement of an update command. */
record UpdateStatement(Query query, Update update, boolean upsert) {

    static UpdateStatement parse(Document spec, Clock clock) {
        requireOnly(spec, "q", "u", "multi", "upsert", "collation", "arrayFilters", "hint", "sort");
        List<Document> arrayFilters =
                spec.containsKey("arrayFilters") ? spec.getList("arrayFilters", Document.class) : null;
        Update update = Update.parse(spec.get("u"), arrayFilters, clock);
        boolean multi = spec.getBoolean("multi", false);
        if (multi && !update.allowsMany()) {
            throw CommandException.failedToParse("multi update is not supported for replacement-style update");
        }
        SortOrder sort = Sorts.parse(spec.get("sort", Document.class));
        Query query = new Query(FilterParser.parse(spec.get("q", Document.class)), sort, 0, multi ? 0 : 1);
        return new UpdateStatement(query, update, spec.getBoolean("upsert", false));
    }

    static void requireOnly(Document spec, String... known) {
        for (String field : spec.keySet()) {
            if (!Set.of(known).contains(field)) {
                throw CommandException.location(40415, "BSON field '" + field + "' is an unknown field.");
            }
        }
        Refusals.collation(spec.get("collation"));
    }

    Writer.Outcome run(Writer writer, Deadline deadline) {
        return writer.update(query, update, upsert, deadline);
    }
}
