package org.mimamori.embedded.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.filter.FieldPath;
import org.mimamori.embedded.filter.Filter;
import org.mimamori.embedded.filter.ValueTest;
import org.mimamori.embedded.plan.Deadline;
import org.mimamori.embedded.plan.DistinctValues;
import org.mimamori.embedded.plan.Finder;
import org.mimamori.embedded.plan.Query;
import org.mimamori.embedded.store.TableView;

/**
 * A {@code $group} that only counts the records of each value of a field: counted value by value, which needs no
 * document when indexes tell all that is asked.
 */
final class CountedGroups {

    private static final int MOST_VALUES = 100;

    /** Counting has to be a good deal cheaper than reading, for it is only thought to be. */
    private static final double GAIN = 0.7;

    private final TableView table;
    private final Query query;
    private final Document group;
    private final Deadline deadline;

    private CountedGroups(TableView table, Query query, Document group, Deadline deadline) {
        this.table = table;
        this.query = query;
        this.group = group;
        this.deadline = deadline;
    }

    /** The groups, or null if they have to be gathered from the documents. */
    static @Nullable List<Document> of(TableView table, Query query, Document stage, Deadline deadline) {
        boolean all = query.limit() == 0 && query.skip() == 0;
        return all && stage.get("$group") instanceof Document group && onlyCounts(group)
                ? new CountedGroups(table, query, group, deadline).count()
                : null;
    }

    private static boolean onlyCounts(Document group) {
        return group.get("_id") instanceof String path
                && path.startsWith("$")
                && !path.startsWith("$$")
                && group.entrySet().stream()
                        .allMatch(entry -> entry.getKey().equals("_id") || isCount(entry.getValue()));
    }

    private static boolean isCount(@Nullable Object accumulator) {
        return new Document("$sum", 1).equals(accumulator) || new Document("$sum", 1L).equals(accumulator);
    }

    private @Nullable List<Document> count() {
        String path = group.getString("_id").substring(1);
        List<@Nullable Object> values = DistinctValues.of(table, path, MOST_VALUES);
        if (values == null) {
            return null;
        }
        List<Finder> finders = new ArrayList<>();
        double cost = 0;
        for (Object value : values) {
            Filter same = new Filter.Field(FieldPath.of(path), new ValueTest.Equal(value));
            Query part = Query.of(new Filter.And(List.of(query.filter(), same)));
            Finder finder = new Finder(table, part, deadline);
            finders.add(finder);
            cost += finder.costOfCount();
        }
        return cost < new Finder(table, Query.of(query.filter()), deadline).costOfRows() * GAIN
                ? counted(values, finders)
                : null;
    }

    private List<Document> counted(List<@Nullable Object> values, List<Finder> finders) {
        List<Document> groups = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            long count = finders.get(i).count();
            if (count > 0) {
                groups.add(group(values.get(i), count));
            }
        }
        return groups;
    }

    private Document group(@Nullable Object value, long count) {
        Document result = new Document();
        group.forEach((name, accumulator) -> {
            boolean wide = new Document("$sum", 1L).equals(accumulator);
            result.put(name, name.equals("_id") ? value : wide ? (Object) count : Stages.narrow(count));
        });
        return result;
    }
}
