package org.mimamori.engine.record;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.FileRef;
import org.mimamori.engine.field.Row;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.file.FileStore;
import org.mimamori.engine.file.StoredFile;
import org.mimamori.engine.problem.Problem;

/**
 * Ties uploads to the records that name them. An upload key can be used once, by whoever uploaded the file; the record
 * then holds another key, under which the file can be read by those who may see the field. kintone's rule.
 */
final class FileClaims {

    private final FileStore files;
    private final SecureRandom random = new SecureRandom();

    FileClaims(FileStore files) {
        this.files = files;
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
        StoredFile upload = upload(actor, ref.key());
        return new FileRef(ref.key(), upload.name(), upload.contentType(), upload.size());
    }

    private StoredFile upload(Actor actor, String key) {
        Optional<StoredFile> upload = files.find(key)
                .filter(file -> file.place() == null)
                .filter(file ->
                        actor instanceof Actor.Platform || file.uploader().equals(actor.ref()));
        return upload.orElseThrow(() -> new Problem.FileNotFound(key).asException());
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
        StoredFile upload = upload(actor, ref.key());
        StoredFile kept = new StoredFile(
                newKey(random),
                upload.name(),
                upload.contentType(),
                upload.size(),
                upload.hash(),
                upload.uploader(),
                upload.uploadedAt(),
                new StoredFile.Place(record.app(), record.id(), field));
        files.save(kept);
        files.delete(upload.key());
        return new FileRef(kept.key(), kept.name(), kept.contentType(), kept.size());
    }

    /** An unguessable key. */
    static String newKey(SecureRandom random) {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
