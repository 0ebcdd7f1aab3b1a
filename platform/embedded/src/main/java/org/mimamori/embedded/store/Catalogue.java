package org.mimamori.embedded.store;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bson.Document;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.bson.BsonReader;
import org.mimamori.embedded.bson.BsonWriter;
import org.mimamori.embedded.bson.FieldTree;

/** Which collections there are and in which maps of the file they lie. Used by the one writer only. */
final class Catalogue {

    static final String NAME = "catalogue";
    static final String DATA = "d.";
    static final String INDEX = "i.";
    static final String BLOCKS = "b.";

    private final MVStore file;
    private final MVMap<byte[], byte[]> map;
    private final Map<String, Table> tables = new TreeMap<>();
    private final Map<Long, Table> byId = new HashMap<>();
    private long lastId;

    Catalogue(MVStore file) {
        this.file = file;
        this.map = openMap(file, NAME);
        for (String name : file.getMapNames()) {
            if (isOurs(name)) {
                lastId = Math.max(lastId, Long.parseLong(name.substring(2)));
            }
        }
        map.forEach((key, value) -> define(new String(key, StandardCharsets.UTF_8), BsonReader.read(value)));
    }

    private static boolean isOurs(String name) {
        return name.startsWith(DATA) || name.startsWith(INDEX) || name.startsWith(BLOCKS);
    }

    private MVMap<byte[], byte[]> open(String name) {
        return openMap(file, name);
    }

    /** A map from bytes to bytes. */
    static MVMap<byte[], byte[]> openMap(MVStore file, String name) {
        return file.openMap(
                name,
                new MVMap.Builder<byte[], byte[]>().keyType(BytesType.INSTANCE).valueType(BytesType.INSTANCE));
    }

    @Nullable
    Table find(String namespace) {
        return tables.get(namespace);
    }

    @Nullable
    Table find(long id) {
        return byId.get(id);
    }

    Map<String, Table> all() {
        return tables;
    }

    Table create(String namespace, Document options) {
        long id = ++lastId;
        Table table = new Table(namespace, id, options, open(DATA + id));
        add(table);
        return table;
    }

    /** A new, empty index, not yet part of its collection. */
    Index createIndex(IndexDefinition definition) {
        long id = ++lastId;
        return new Index(file, id, definition, false, 0);
    }

    void add(Table table) {
        tables.put(table.namespace(), table);
        byId.put(table.id, table);
    }

    void remove(Table table) {
        tables.remove(table.namespace());
    }

    /** How the catalogue describes one index. */
    static Document entry(long id, IndexView index) {
        return new Document("id", id)
                .append("multikey", index.multikey())
                .append("blocks", index.isInBlocks())
                .append("definition", index.definition().toDocument());
    }

    /** Writes down how the collection stands, or that it is gone. */
    void save(String namespace, @Nullable Table table, Changes changes) {
        byte[] key = namespace.getBytes(StandardCharsets.UTF_8);
        if (table == null) {
            changes.remove(map, key);
        } else {
            changes.put(map, key, BsonWriter.bytes(table.toDocument()));
        }
    }

    /** Takes over a definition that was read back; indexes it has and the collection lacks are built. */
    void define(String namespace, Document definition) {
        long id = definition.getLong("id");
        lastId = Math.max(lastId, id);
        Table table = byId.get(id);
        if (table == null) {
            table = new Table(namespace, id, definition.get("options", Document.class), open(DATA + id));
        } else {
            tables.remove(table.namespace(), table);
            table.rename(namespace);
        }
        add(table);
        adoptIndexes(table, definition.getList("indexes", Document.class));
    }

    private void adoptIndexes(Table table, List<Document> entries) {
        Set<Long> wanted = new HashSet<>();
        for (Document entry : entries) {
            long id = entry.getLong("id");
            lastId = Math.max(lastId, id);
            wanted.add(id);
            if (table.indexes.stream().noneMatch(index -> index.id == id)) {
                adoptIndex(table, entry, id);
            }
        }
        table.indexes.removeIf(index -> !wanted.contains(index.id));
        table.touch();
    }

    private void adoptIndex(Table table, Document entry, long id) {
        IndexDefinition definition = IndexDefinition.fromDocument(entry.get("definition", Document.class));
        boolean blocks = entry.getBoolean("blocks", false);
        boolean known = file.hasMap(mapName(id, blocks));
        Index index = new Index(file, id, definition, blocks, entry.getLong("multikey"));
        if (!known) {
            build(table, index);
        }
        table.indexes.add(index);
    }

    /** Name of the map that holds an index. */
    static String mapName(long id, boolean blocks) {
        return (blocks ? BLOCKS : INDEX) + id;
    }

    /** Fills a new index from the records that are there. */
    void build(Table table, Index index) {
        Changes unwanted = new Changes();
        FieldTree fields = FieldTree.of(index.definition.paths());
        Cursor<byte[], byte[]> cursor = table.data.cursor(null);
        cursor.forEachRemaining(key -> index.move(key, null, BsonReader.read(cursor.getValue(), fields), unwanted));
        unwanted.flush();
    }

    /** Removes the maps that no collection uses. Nobody may be reading an old snapshot meanwhile. */
    void sweep() {
        Set<String> used = new HashSet<>();
        for (Table table : tables.values()) {
            used.add(DATA + table.id);
            table.indexes.forEach(index -> used.add(mapName(index.id, index.isInBlocks())));
        }
        for (String name : Set.copyOf(file.getMapNames())) {
            if (isOurs(name) && !used.contains(name)) {
                file.removeMap(name);
            }
        }
        byId.values().removeIf(table -> tables.get(table.namespace()) != table);
    }
}
