package org.mimamori.embedded.store;

import java.util.Arrays;
import java.util.List;
import org.bson.Document;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/** An index that is being kept. Its keys are the values, then the record's own key, then the length of that. */
final class Index {

    /** A record that stands under so many keys shows an index of which blocks can hold many entries at little cost. */
    private static final int MANY = 16;

    private static final IndexKeys.Keys NO_KEYS = IndexKeys.Keys.NONE;

    final long id;
    final IndexDefinition definition;
    private final MVStore file;
    private MVMap<byte[], byte[]> map;
    private boolean blocks;
    private final IndexKeys keys;
    private long multikey;

    /** @param blocks whether its entries are in {@linkplain Block blocks} already */
    Index(MVStore file, long id, IndexDefinition definition, boolean blocks, long multikey) {
        this.file = file;
        this.id = id;
        this.definition = definition;
        this.blocks = blocks;
        this.map = Catalogue.openMap(file, Catalogue.mapName(id, blocks));
        this.keys = new IndexKeys(definition);
        this.multikey = multikey;
    }

    long multikey() {
        return multikey;
    }

    boolean isInBlocks() {
        return blocks;
    }

    IndexView view() {
        SortedBytes stored = new SortedBytes(map);
        return new IndexView(definition, blocks ? new Blocks(stored) : stored, multikey);
    }

    /**
     * Moves the entries of one record from its old document to its new one, either of which may be absent.
     *
     * @param before with the fields that decide its keys, at least; so {@code after}
     */
    void move(byte[] recordKey, @Nullable Document before, @Nullable Document after, Changes changes) {
        if (before != null && after != null && keys.areSame(before, after)) {
            return;
        }
        IndexKeys.Keys old = keysOf(before);
        IndexKeys.Keys fresh = keysOf(after);
        multikey |= fresh.multikey();
        List<byte[]> gone = old.without(fresh);
        List<byte[]> added = fresh.without(old);
        if (!blocks && fresh.keys().size() >= MANY && !definition.unique()) {
            gatherIntoBlocks(changes);
        }
        gone.forEach(key -> put(RecordKey.append(key, recordKey), false, changes));
        for (byte[] key : added) {
            if (definition.unique()) {
                requireFree(key, recordKey, after);
            }
            put(RecordKey.append(key, recordKey), true, changes);
        }
    }

    private void put(byte[] key, boolean wanted, Changes changes) {
        if (blocks) {
            changes.wait(map, key, wanted);
        } else if (wanted) {
            changes.put(map, key, BytesType.EMPTY);
        } else {
            changes.remove(map, key);
        }
    }

    /** From here on the entries are kept in blocks, in a map of their own; those that are there move over. */
    private void gatherIntoBlocks(Changes changes) {
        MVMap<byte[], byte[]> single = map;
        map = Catalogue.openMap(file, Catalogue.mapName(id, true));
        map.clear();
        blocks = true;
        changes.onUndo(() -> {
            map = single;
            blocks = false;
        });
        single.keyIterator(null).forEachRemaining(key -> changes.wait(map, key, true));
    }

    private IndexKeys.Keys keysOf(@Nullable Document document) {
        return document == null ? NO_KEYS : keys.of(document);
    }

    private void requireFree(byte[] key, byte[] recordKey, @Nullable Document document) {
        byte[] found = map.ceilingKey(key);
        if (found != null && RecordKey.startsWith(found, key) && !Arrays.equals(RecordKey.of(found), recordKey)) {
            throw new DuplicateKey(definition, document == null ? new Document() : document);
        }
    }
}
