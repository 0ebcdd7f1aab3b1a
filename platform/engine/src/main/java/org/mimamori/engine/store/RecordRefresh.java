package org.mimamori.engine.store;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.record.AppRecord;

/** The update that sets some values of a record and leaves the rest, and the revision, as they are. */
final class RecordRefresh {

    private final RecordLayout layout;
    private final RecordCodec codec;
    private final Document set = new Document();
    private final Document unset = new Document();
    private final Set<Integer> grams = new LinkedHashSet<>();

    private RecordRefresh(RecordLayout layout) {
        this.layout = layout;
        this.codec = new RecordCodec(layout);
    }

    /** Whether a key of several fields changes with the values, so that the whole record is needed. */
    static boolean touchesKeys(RecordLayout layout, Set<FieldCode> codes) {
        return layout.keys().stream().flatMap(key -> key.fields().stream()).anyMatch(codes::contains);
    }

    static Document of(RecordLayout layout, Map<FieldCode, Value> values) {
        RecordRefresh refresh = new RecordRefresh(layout);
        values.forEach(refresh::put);
        return refresh.update();
    }

    /** @param after the record with the values */
    static Document of(RecordLayout layout, Map<FieldCode, Value> values, AppRecord after) {
        RecordRefresh refresh = new RecordRefresh(layout);
        values.forEach(refresh::put);
        Document keys = refresh.codec.keys(after);
        layout.keys().forEach(key -> refresh.put(RecordLayout.KEYS + "." + key.id(), keys.get(key.id())));
        return refresh.update();
    }

    private void put(FieldCode code, Value value) {
        StoredField field = layout.field(code)
                .orElseThrow(
                        () -> new IllegalArgumentException("app " + layout.app().id() + " stores no " + code));
        Document beside = new Document();
        Object held = null;
        if (!value.isBlank()) {
            held = codec.write(field, value, grams);
            Derived derived = new Derived(grams);
            derived.add(field, value);
            derived.forEach((name, part) -> beside.put(name, part.get(field.id())));
        }
        put(field.path(), held);
        if (field.isText() || field.isChoice()) {
            put(RecordLayout.FOLDED + "." + field.id(), beside.get(RecordLayout.FOLDED));
            put(RecordLayout.ORDER + "." + field.id(), beside.get(RecordLayout.ORDER));
            put(RecordLayout.SPACES + "." + field.id(), beside.get(RecordLayout.SPACES));
        }
    }

    private void put(String path, @Nullable Object held) {
        if (held == null) {
            unset.put(path, "");
        } else {
            set.put(path, held);
        }
    }

    /** Pairs of text that is gone stay until the record is written; a hit is verified anyway. */
    private Document update() {
        Document update = new Document();
        if (!set.isEmpty()) {
            update.put("$set", set);
        }
        if (!unset.isEmpty()) {
            update.put("$unset", unset);
        }
        if (!grams.isEmpty()) {
            update.put("$addToSet", new Document(RecordLayout.GRAMS, new Document("$each", new ArrayList<>(grams))));
        }
        return update;
    }
}
