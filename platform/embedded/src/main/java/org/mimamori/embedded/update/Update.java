package org.mimamori.embedded.update;

import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.CommandException;
import org.mimamori.embedded.filter.Filter;
import org.mimamori.embedded.order.ValueOrder;

/** A change to one document: a replacement, some operators, or a pipeline. */
public interface Update {

    /** The document as it is after the change; the one given is not touched. */
    Document apply(Document before, Target target);

    /** Whether the change may be made to many documents at once. */
    default boolean allowsMany() {
        return true;
    }

    /** The circumstances of a change: the filter that found the document, and whether it is being inserted. */
    record Target(Filter filter, boolean inserting) {}

    static Update parse(@Nullable Object spec, @Nullable List<Document> arrayFilters, java.time.Clock clock) {
        if (spec instanceof List<?> pipeline) {
            if (arrayFilters != null) {
                throw CommandException.failedToParse("arrayFilters may not be specified for pipeline-style updates");
            }
            return PipelineUpdate.of(pipeline, clock);
        }
        if (!(spec instanceof Document document)) {
            throw CommandException.failedToParse("Update argument must be either an object or an array");
        }
        boolean operators =
                !document.isEmpty() && document.keySet().iterator().next().startsWith("$");
        return operators
                ? OperatorUpdate.parse(document, ArrayFilters.parse(arrayFilters), clock)
                : new Replacement(document);
    }

    /** Takes the place of the whole document, except its _id. */
    record Replacement(Document document) implements Update {

        public Replacement {
            for (String name : document.keySet()) {
                if (name.startsWith("$")) {
                    throw CommandException.failedToParse("the replacement may not hold update operators: " + name);
                }
            }
        }

        @Override
        public Document apply(Document before, Target target) {
            Document after = new Document();
            if (before.containsKey("_id")) {
                after.put("_id", before.get("_id"));
            }
            document.forEach(after::put);
            requireSameId(before, after);
            return after;
        }

        @Override
        public boolean allowsMany() {
            return false;
        }
    }

    static void requireSameId(Document before, Document after) {
        boolean changed = before.containsKey("_id")
                && (!after.containsKey("_id") || !ValueOrder.equal(before.get("_id"), after.get("_id")));
        if (changed) {
            throw new CommandException(
                    66,
                    "ImmutableField",
                    "Performing an update on the path '_id' would modify the immutable field '_id'");
        }
    }
}
