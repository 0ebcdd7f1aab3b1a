package org.mimamori.engine.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The update that takes what some fields held out of a record, in tables too, and all that was made of it. */
final class PurgedRecord {

    private static final List<String> PARTS =
            List.of(RecordLayout.VALUES, RecordLayout.FOLDED, RecordLayout.ORDER, RecordLayout.SPACES);
    private static final List<String> ROW_PARTS =
            List.of(RecordLayout.ROW_VALUES, RecordLayout.FOLDED, RecordLayout.ORDER, RecordLayout.SPACES);

    private final Set<String> ids;
    private final Set<String> files = new HashSet<>();
    private final Document set = new Document();
    private final Document unset = new Document();

    private PurgedRecord(Set<String> ids) {
        this.ids = ids;
    }

    static PurgedRecord of(RecordLayout layout, Document record, Set<String> ids) {
        PurgedRecord purged = new PurgedRecord(ids);
        for (String part : PARTS) {
            purged.take(part, record.get(part, new Document()));
        }
        record.get(RecordLayout.VALUES, new Document()).forEach(purged::takeFromRows);
        if (!purged.isEmpty()) {
            // Pairs of characters are kept for all fields together: only what is left can say which are still due.
            RecordCodec codec = new RecordCodec(layout);
            purged.put(RecordLayout.GRAMS, codec.write(codec.read(record)).get(RecordLayout.GRAMS));
        }
        return purged;
    }

    boolean isEmpty() {
        return set.isEmpty() && unset.isEmpty();
    }

    /** Keys of the files that are taken out. */
    Set<String> files() {
        return files;
    }

    Document update() {
        Document update = new Document();
        if (!set.isEmpty()) {
            update.put("$set", set);
        }
        if (!unset.isEmpty()) {
            update.put("$unset", unset);
        }
        return update;
    }

    private void take(String part, Document held) {
        for (String id : ids) {
            if (held.containsKey(id)) {
                unset.put(part + "." + id, "");
                FileKeys.collect(held.get(id), files);
            }
        }
    }

    private void takeFromRows(String id, Object held) {
        if (ids.contains(id) || !(held instanceof List<?> list)) {
            return;
        }
        List<Object> rows = new ArrayList<>();
        boolean changed = false;
        for (Object one : list) {
            Document row = one instanceof Document document ? without(document) : null;
            changed |= row != null && !row.equals(one);
            rows.add(row == null ? one : row);
        }
        if (changed) {
            set.put(RecordLayout.VALUES + "." + id, rows);
        }
    }

    private Document without(Document row) {
        Document left = new Document(row);
        for (String part : ROW_PARTS) {
            if (row.get(part) instanceof Document held) {
                Document kept = new Document(held);
                ids.stream().filter(held::containsKey).forEach(id -> FileKeys.collect(held.get(id), files));
                kept.keySet().removeAll(ids);
                left.put(part, kept);
            }
        }
        return left;
    }

    private void put(String path, @Nullable Object held) {
        if (held == null) {
            unset.put(path, "");
        } else {
            set.put(path, held);
        }
    }
}
