package org.mimamori.engine.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;

/** An entry of the change log without what it says of some fields. That something was done, and by whom, stays. */
final class PurgedChange {

    private final Set<String> ids;
    private final Set<String> files = new HashSet<>();

    private PurgedChange(Set<String> ids) {
        this.ids = ids;
    }

    /** What an entry says of fields, and the keys of the files it no longer names. */
    record Left(List<Document> diffs, Set<String> files) {}

    static Left of(List<Document> diffs, Set<String> ids) {
        PurgedChange purged = new PurgedChange(ids);
        return new Left(purged.diffs(diffs), purged.files);
    }

    private List<Document> diffs(List<Document> diffs) {
        List<Document> left = new ArrayList<>();
        for (Document diff : diffs) {
            if (LoggedFields.isOf(diff, ids)) {
                FileKeys.collect(diff, files);
            } else {
                left.add(diff(diff));
            }
        }
        return left;
    }

    private Document diff(Document diff) {
        Document left = new Document(diff);
        left.replaceAll((name, side) -> side instanceof Document value ? value(value) : side);
        return left;
    }

    /** A value with its tag; only rows of tables speak of fields. */
    private Document value(Document value) {
        Document left = new Document(value);
        left.replaceAll((name, held) ->
                held instanceof List<?> list ? list.stream().map(this::row).toList() : held);
        return left;
    }

    private Object row(Object one) {
        if (!(one instanceof Document row) || !row.containsKey(TaggedValues.CELLS)) {
            return one;
        }
        List<Document> cells = new ArrayList<>();
        for (Document cell : row.getList(TaggedValues.CELLS, Document.class)) {
            if (LoggedFields.isOf(cell, ids)) {
                FileKeys.collect(cell, files);
            } else {
                cells.add(cell);
            }
        }
        return new Document(row).append(TaggedValues.CELLS, cells);
    }
}
