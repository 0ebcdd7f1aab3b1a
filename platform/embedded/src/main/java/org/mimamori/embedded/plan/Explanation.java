package org.mimamori.embedded.plan;

import org.bson.Document;
import org.mimamori.embedded.store.IndexView;

/** A plan in the words of MongoDB's {@code explain}. */
final class Explanation {

    private Explanation() {}

    static Document of(Choice choice, Query query) {
        Document sorted = choice.isUnion()
                ? new Document("stage", query.sort().isNone() ? "OR" : "SORT_MERGE")
                        .append(
                                "inputStages",
                                choice.parts().stream()
                                        .map(part -> sorted(part.plan()))
                                        .toList())
                : sorted(choice.parts().getFirst().plan());
        Document skipped = query.skip() == 0 ? sorted : wrap("SKIP", "skipAmount", query.skip(), sorted);
        return query.limit() == 0 ? skipped : wrap("LIMIT", "limitAmount", query.limit(), skipped);
    }

    private static Document sorted(Plan plan) {
        Document access = access(plan);
        if (!plan.exact() && plan.isScan()) {
            access.append("filter", "residual");
        }
        return plan.ordered() ? access : new Document("stage", "SORT").append("inputStage", access);
    }

    private static Document wrap(String stage, String name, long amount, Document input) {
        return new Document("stage", stage).append(name, amount).append("inputStage", input);
    }

    private static Document access(Plan plan) {
        String direction = plan.reverse() ? "backward" : "forward";
        if (plan.isScan()) {
            return new Document("stage", "COLLSCAN").append("direction", direction);
        }
        Document scan = new Document("stage", "IXSCAN")
                .append("indexName", plan.source().name())
                .append("keyPattern", keyPattern(plan.source().index()))
                .append("isMultiKey", plan.source().isMultikey())
                .append("direction", direction)
                .append("ranges", plan.ranges().size())
                .append("rows", plan.rows());
        return new Document("stage", "FETCH").append("inputStage", scan);
    }

    private static Document keyPattern(@org.jspecify.annotations.Nullable IndexView index) {
        return index == null ? new Document("_id", 1) : index.definition().keyPattern();
    }
}
