package org.mimamori.embedded.store;

import java.util.Arrays;
import java.util.Collection;
import java.util.SortedSet;
import org.bson.Document;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.bson.BsonReader;
import org.mimamori.embedded.bson.FieldTree;

/** An index that is being kept. Its keys are the values, then the record's own key, then the length of that. */
final class Index {

    private static final IndexKeys.Keys NO_KEYS = IndexKeys.Keys.NONE;

    final long id;
    final IndexDefinition definition;
    final MVMap<byte[], byte[]> map;
    private final IndexKeys keys;
    private final FieldTree fields;
    private long multikey;

    Index(long id, IndexDefinition definition, MVMap<byte[], byte[]> map, long multikey) {
        this.id = id;
        this.definition = definition;
        this.map = map;
        this.keys = new IndexKeys(definition);
        this.fields = definition.fields();
        this.multikey = multikey;
    }

    long multikey() {
        return multikey;
    }

    IndexView view() {
        return new IndexView(definition, new SortedBytes(map), multikey);
    }

    /** Moves the entries of one record from its old document to its new one, either of which may be absent. */
    void move(byte[] recordKey, byte @Nullable [] before, byte @Nullable [] after, Changes changes) {
        IndexKeys.Keys old = keysOf(before);
        IndexKeys.Keys fresh = keysOf(after);
        multikey |= fresh.multikey();
        Collection<byte[]> gone = without(old.keys(), fresh.keys());
        Collection<byte[]> added = without(fresh.keys(), old.keys());
        gone.forEach(key -> changes.remove(map, RecordKey.append(key, recordKey)));
        for (byte[] key : added) {
            if (definition.unique()) {
                requireFree(key, recordKey, after);
            }
            changes.put(map, RecordKey.append(key, recordKey), BytesType.EMPTY);
        }
    }

    private IndexKeys.Keys keysOf(byte @Nullable [] document) {
        return document == null ? NO_KEYS : keys.of(BsonReader.read(document, fields));
    }

    /** The keys, in order, that are not among the others. */
    private static Collection<byte[]> without(SortedSet<byte[]> keys, SortedSet<byte[]> others) {
        if (keys.isEmpty() || others.isEmpty()) {
            return keys;
        }
        return keys.stream().filter(key -> !others.contains(key)).toList();
    }

    private void requireFree(byte[] key, byte[] recordKey, byte @Nullable [] document) {
        byte[] found = map.ceilingKey(key);
        if (found != null && RecordKey.startsWith(found, key) && !Arrays.equals(RecordKey.of(found), recordKey)) {
            Document values = document == null ? new Document() : BsonReader.read(document, fields);
            throw new DuplicateKey(definition, values);
        }
    }
}
