package org.mimamori.engine.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.FileRef;
import org.mimamori.engine.field.Row;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.file.Claims;
import org.mimamori.engine.file.StoredFile;

/**
 * Ties uploads to the records that name them. An upload key can be used once, by whoever uploaded the file; the record
 * then holds another key, under which the file can be read by those who may see the field. kintone's rule.
 */
final class FileClaims {

    private final Claims uploads;

    FileClaims(Claims uploads) {
        this.uploads = uploads;
    }

    /** Completes the file values of a draft with name, type and size; nothing is claimed yet. */
    void resolve(Draft draft) {
        Map<String, FileRef> held = new HashMap<>();
        AppRecord before = draft.before();
        if (before != null) {
            before.values().forEach((code, value) -> {
                if (draft.access().of(code).readable()) {
                    collect(value, held);
                }
            });
        }
        Map<FieldCode, Value> now = draft.record().values();
        now.forEach((code, value) -> {
            if (draft.isSubmitted(code)) {
                draft.set(code, resolved(draft.opened().actor(), value, held));
            }
        });
    }

    private static void collect(Value value, Map<String, FileRef> found) {
        if (value instanceof Value.Files(List<FileRef> refs)) {
            refs.forEach(ref -> found.put(ref.key(), ref));
        } else if (value instanceof Value.Rows(List<Row> rows)) {
            rows.forEach(row -> row.values().values().forEach(inner -> collect(inner, found)));
        }
    }

    private Value resolved(Actor actor, Value value, Map<String, FileRef> held) {
        if (value instanceof Value.Files(List<FileRef> refs)) {
            return Value.files(
                    refs.stream().map(ref -> resolved(actor, ref, held)).toList());
        }
        if (value instanceof Value.Rows(List<Row> rows)) {
            List<Row> result = new ArrayList<>();
            for (Row row : rows) {
                Map<FieldCode, Value> values = new HashMap<>(row.values());
                values.replaceAll((code, inner) -> resolved(actor, inner, held));
                result.add(new Row(row.id(), values));
            }
            return Value.rows(result);
        }
        return value;
    }

    private FileRef resolved(Actor actor, FileRef ref, Map<String, FileRef> held) {
        FileRef known = held.get(ref.key());
        if (known != null) {
            return known;
        }
        StoredFile upload = uploads.upload(actor, ref.key());
        return new FileRef(ref.key(), upload.name(), upload.contentType(), upload.size());
    }

    /** Claims every upload the record names, in the transaction of the write, and gives it its new key. */
    AppRecord claim(Actor actor, AppRecord record, Set<String> heldBefore) {
        Map<FieldCode, Value> claimed = new HashMap<>();
        record.values().forEach((code, value) -> {
            Value after = claimed(actor, record, code, value, heldBefore);
            if (!after.equals(value)) {
                claimed.put(code, after);
            }
        });
        return claimed.isEmpty() ? record : record.with(claimed);
    }

    /** Keys of the files a record holds. */
    static Set<String> keys(AppRecord record) {
        Map<String, FileRef> found = new HashMap<>();
        record.values().values().forEach(value -> collect(value, found));
        return new HashSet<>(found.keySet());
    }

    private Value claimed(Actor actor, AppRecord record, FieldCode field, Value value, Set<String> held) {
        if (value instanceof Value.Files(List<FileRef> refs)) {
            return Value.files(refs.stream()
                    .map(ref -> held.contains(ref.key()) ? ref : claim(actor, record, field, ref))
                    .toList());
        }
        if (value instanceof Value.Rows(List<Row> rows)) {
            List<Row> result = new ArrayList<>();
            for (Row row : rows) {
                Map<FieldCode, Value> values = new HashMap<>(row.values());
                values.replaceAll((code, inner) -> claimed(actor, record, field, inner, held));
                result.add(new Row(row.id(), values));
            }
            return Value.rows(result);
        }
        return value;
    }

    private FileRef claim(Actor actor, AppRecord record, FieldCode field, FileRef ref) {
        StoredFile.Place place = new StoredFile.Place.InRecord(record.app(), record.id(), field);
        StoredFile kept = uploads.claim(actor, ref.key(), place);
        return new FileRef(kept.key(), kept.name(), kept.contentType(), kept.size());
    }
}
