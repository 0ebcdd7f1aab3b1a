package org.mimamori.engine.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bson.Document;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.query.Filter;
import org.mimamori.engine.query.ResolvedQuery;
import org.mimamori.engine.query.SortKey;

/**
 * Orders in which a field counts as empty where the reader may not see it. No index gives such an order, so the
 * database works the key out for every record that meets the condition and sorts by it.
 */
final class VeiledSorting {

    /** Where the keys worked out stand while the pipeline runs. */
    private static final String KEY = "k";

    private final Places places;

    VeiledSorting(Places places) {
        this.places = places;
    }

    /** Whether some key is not shown in every record. */
    static boolean isNeeded(List<SortKey> keys) {
        return keys.stream().anyMatch(key -> !key.shownIn().equals(Filter.EVERYTHING));
    }

    /** The page asked for, as an aggregation. */
    List<Document> pipeline(Document condition, ResolvedQuery query, Document projection) {
        Document keys = new Document();
        Document sort = new Document();
        for (SortKey key : query.sort()) {
            Place place = places.of(key.field());
            String path = place.order();
            if (!key.shownIn().equals(Filter.EVERYTHING)) {
                path = KEY + keys.size();
                Object held = new Document("$ifNull", Arrays.asList("$" + place.order(), null));
                keys.append(path, new Document("$cond", Arrays.asList(test(key.shownIn()), held, null)));
            }
            sort.putIfAbsent(path, key.ascending() ? Sorting.ASCENDING : Sorting.DESCENDING);
        }
        sort.putIfAbsent(RecordLayout.NUMBER, Sorting.DESCENDING);
        List<Document> stages = new ArrayList<>();
        stages.add(new Document("$match", condition));
        stages.add(new Document("$addFields", keys));
        stages.add(new Document("$sort", sort));
        stages.add(new Document("$skip", query.offset()));
        stages.add(new Document("$limit", query.limit()));
        stages.add(new Document("$project", projection));
        return stages;
    }

    /** The records in which a field is shown, as an expression; rights on fields only ask whom a record names. */
    private Object test(Filter filter) {
        return switch (filter) {
            case Filter.All(List<Filter> of) ->
                new Document("$and", of.stream().map(this::test).toList());
            case Filter.Any(List<Filter> of) ->
                new Document("$or", of.stream().map(this::test).toList());
            case Filter.Not(Filter of) -> new Document("$not", List.of(test(of)));
            case Filter.In(FieldCode field, List<Value> operands) -> names(places.of(field), operands);
            case Filter.Equal other -> throw unforeseen(other);
            case Filter.Between other -> throw unforeseen(other);
            case Filter.Contains other -> throw unforeseen(other);
            case Filter.Empty other -> throw unforeseen(other);
            case Filter.AnyRow other -> throw unforeseen(other);
            case Filter.EveryRow other -> throw unforeseen(other);
            case Filter.Search other -> throw unforeseen(other);
        };
    }

    private static Object names(Place place, List<Value> people) {
        List<Object> named = people.stream()
                .map(person -> (Object) new Document("$literal", ValueWriter.write(person)))
                .toList();
        if (!place.isMultiple()) {
            return new Document("$in", List.of("$" + place.path(), named));
        }
        Object held = new Document("$ifNull", List.of("$" + place.path(), List.of()));
        return new Document(
                "$or",
                named.stream()
                        .map(person -> new Document("$in", List.of(person, held)))
                        .toList());
    }

    private static IllegalArgumentException unforeseen(Filter filter) {
        return new IllegalArgumentException("rights on a field cannot depend on " + filter);
    }
}
