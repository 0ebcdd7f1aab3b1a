package org.mimamori.engine.store;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bson.Document;

/** Takes what a record held in fields that are gone from the form over into the record as it is written anew. */
final class GoneValues {

    private GoneValues() {}

    /**
     * Takes over values, and those of rows that are still there.
     *
     * @param gone whether a storage id is of a field whose values are taken over
     * @param before values by storage id
     * @param after values by storage id; changed in place
     */
    static void carry(Predicate<String> gone, Document before, Document after) {
        before.forEach((id, held) -> {
            if (gone.test(id)) {
                after.putIfAbsent(id, held);
            } else if (after.get(id) instanceof List<?> rows && held instanceof List<?> old) {
                rows(rows)
                        .forEach(row -> rows(old)
                                .filter(one ->
                                        Objects.equals(row.get(RecordLayout.ROW_ID), one.get(RecordLayout.ROW_ID)))
                                .forEach(one -> carryRow(gone, one, row)));
            }
        });
    }

    private static Stream<Document> rows(List<?> held) {
        return held.stream()
                .filter(Document.class::isInstance)
                .map(Document.class::cast)
                .filter(row -> row.containsKey(RecordLayout.ROW_VALUES));
    }

    private static void carryRow(Predicate<String> gone, Document before, Document after) {
        Document values = after.get(RecordLayout.ROW_VALUES, Document.class);
        before.get(RecordLayout.ROW_VALUES, Document.class).forEach((id, held) -> {
            if (gone.test(id)) {
                values.putIfAbsent(id, held);
            }
        });
    }
}
