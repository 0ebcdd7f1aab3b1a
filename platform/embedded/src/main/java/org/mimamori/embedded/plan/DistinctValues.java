package org.mimamori.embedded.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.bson.BsonReader;
import org.mimamori.embedded.bson.FieldTree;
import org.mimamori.embedded.bson.Missing;
import org.mimamori.embedded.filter.FieldPath;
import org.mimamori.embedded.store.IndexView;
import org.mimamori.embedded.store.RecordKey;
import org.mimamori.embedded.store.TableView;

/** Finds the few values a field has by leaping through an index from one to the next. */
public final class DistinctValues {

    private DistinctValues() {}

    /**
     * The values, null among them if some records have none; null instead of a list when no index tells them, or when
     * there are more than so many.
     */
    public static @Nullable List<@Nullable Object> of(TableView table, String path, int most) {
        for (IndexView index : table.indexes()) {
            if (tells(index, path)) {
                return leap(table, index, path, most);
            }
        }
        return null;
    }

    /** Whether the index begins with the field and has one entry for each record. */
    private static boolean tells(IndexView index, String path) {
        return index.definition().parts().getFirst().path().equals(path)
                && index.definition().partial() == null
                && !index.definition().sparse()
                && !index.isMultikey();
    }

    private static @Nullable List<@Nullable Object> leap(TableView table, IndexView index, String path, int most) {
        KeySlices slices = new KeySlices(index.definition().parts(), 1);
        FieldTree field = FieldTree.of(List.of(path));
        List<@Nullable Object> values = new ArrayList<>();
        byte[] entry = index.map().firstKey();
        while (entry != null) {
            slices.open(entry);
            int end = slices.end(0);
            byte[] document = table.data().get(RecordKey.of(entry));
            if (end < 0 || document == null || values.size() == most) {
                return null;
            }
            values.add(value(BsonReader.read(document, field), path));
            entry = index.map().ceilingKey(Interval.after(Arrays.copyOf(entry, end)));
        }
        return values;
    }

    private static @Nullable Object value(Document document, String path) {
        Object value = document;
        for (String part : FieldPath.of(path).parts()) {
            value = value instanceof Document inner ? FieldPath.get(inner, part) : Missing.MISSING;
        }
        return value == Missing.MISSING ? null : value;
    }
}
