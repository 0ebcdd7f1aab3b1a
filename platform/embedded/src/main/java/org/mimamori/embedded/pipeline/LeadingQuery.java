package org.mimamori.embedded.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.expression.Scope;
import org.mimamori.embedded.filter.Filter;
import org.mimamori.embedded.filter.FilterParser;
import org.mimamori.embedded.order.SortOrder;
import org.mimamori.embedded.plan.Query;

/** The stages at the head of a pipeline that amount to a plain query. */
record LeadingQuery(Query query, int stages) {

    static LeadingQuery of(List<Document> specs, Scope scope) {
        int at = 0;
        List<Filter> filters = new ArrayList<>();
        while (at < specs.size() && specs.get(at).containsKey("$match")) {
            filters.add(
                    FilterParser.parse(Stages.document("$match", specs.get(at++).get("$match")), scope));
        }
        Query query = Query.of(filters.size() == 1 ? filters.getFirst() : new Filter.And(List.copyOf(filters)));
        if (at < specs.size() && specs.get(at).get("$sort") instanceof Document sort && !sort.isEmpty()) {
            query = query.sorted(SortOrder.parse(sort));
            at++;
        }
        if (at < specs.size() && specs.get(at).containsKey("$skip")) {
            query = query.page(Stages.count("$skip", specs.get(at++).get("$skip")), 0);
        }
        if (at < specs.size() && specs.get(at).containsKey("$limit")) {
            query = query.page(
                    query.skip(), Stages.positive("$limit", specs.get(at++).get("$limit")));
        }
        return new LeadingQuery(query, at);
    }

    /** Whether a stage only counts: {@code $count}, or the group the drivers send for {@code countDocuments}. */
    static boolean isCount(Document spec) {
        if (spec.containsKey("$count")) {
            return true;
        }
        return spec.get("$group") instanceof Document group
                && group.containsKey("_id")
                && group.entrySet().stream().noneMatch(entry -> readsDocument(entry.getKey(), entry.getValue()));
    }

    /** What such a stage gives for so many documents. */
    static Stream<Document> counted(Document spec, long count) {
        if (count == 0) {
            return Stream.empty();
        }
        Document result = new Document();
        if (spec.get("$group") instanceof Document group) {
            group.forEach((name, value) -> result.put(name, name.equals("_id") ? value : Stages.narrow(count)));
        } else {
            result.put(spec.getString("$count"), Stages.narrow(count));
        }
        return Stream.of(result);
    }

    private static boolean readsDocument(String name, @Nullable Object value) {
        boolean constant =
                name.equals("_id") ? value == null || value instanceof Number : new Document("$sum", 1).equals(value);
        return !constant;
    }
}
