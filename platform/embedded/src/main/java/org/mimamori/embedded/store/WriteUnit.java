package org.mimamori.embedded.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.CommandException;
import org.mimamori.embedded.bson.BsonReader;
import org.mimamori.embedded.bson.FieldTree;

/**
 * The writer's work between two commits: a command, or a whole transaction. While it lives nobody else writes, and
 * nobody but it sees what it wrote.
 */
public final class WriteUnit implements AutoCloseable {

    private static final FieldTree ID = FieldTree.of(Set.of("_id"));

    private final Store store;
    private final Catalogue catalogue;
    private final Changes changes = new Changes();
    private final Redo redo = new Redo();
    private final Set<String> touched = new HashSet<>();
    private boolean open = true;

    /** A point to go back to. */
    public record Savepoint(Changes.Mark changes, int redo) {}

    WriteUnit(Store store, Catalogue catalogue) {
        this.store = store;
        this.catalogue = catalogue;
    }

    /** The collection as this unit sees it now. */
    public @Nullable TableView find(String namespace) {
        Table table = catalogue.find(namespace);
        changes.flush();
        return table == null ? null : table.view();
    }

    public boolean exists(String namespace) {
        return catalogue.find(namespace) != null;
    }

    /** Everything as this unit sees it now. */
    public Snapshot snapshot() {
        return store.current().with(touchedViews());
    }

    public void create(String namespace, Document options) {
        Table table = catalogue.create(namespace, options);
        changes.onUndo(() -> catalogue.remove(table));
        save(table);
    }

    public void drop(String namespace) {
        Table table = require(namespace);
        catalogue.remove(table);
        store.sweepLater();
        changes.onUndo(() -> catalogue.add(table));
        saveGone(namespace);
    }

    public void rename(String from, String to) {
        Table table = require(from);
        catalogue.remove(table);
        table.rename(to);
        catalogue.add(table);
        changes.onUndo(() -> {
            catalogue.remove(table);
            table.rename(from);
            catalogue.add(table);
        });
        saveGone(from);
        save(table);
    }

    public void createIndex(String namespace, IndexDefinition definition) {
        Table table = require(namespace);
        changes.flush();
        Index index = catalogue.createIndex(definition);
        catalogue.build(table, index);
        table.indexes.add(index);
        changes.onUndo(() -> table.indexes.remove(index));
        save(table);
    }

    public void dropIndex(String namespace, String name) {
        Table table = require(namespace);
        Index index = table.indexes.stream()
                .filter(candidate -> candidate.definition.name().equals(name))
                .findFirst()
                .orElseThrow();
        int place = table.indexes.indexOf(index);
        table.indexes.remove(index);
        store.sweepLater();
        changes.onUndo(() -> table.indexes.add(place, index));
        save(table);
    }

    /** Adds a record, or throws {@link DuplicateKey} and leaves nothing behind. */
    public void insert(String namespace, byte[] key, byte[] document) {
        Table table = require(namespace);
        if (table.data.containsKey(key)) {
            throw new DuplicateKey(BsonReader.read(document, ID).get("_id"));
        }
        move(table, key, null, document);
    }

    public void replace(String namespace, byte[] key, byte[] before, byte[] after) {
        move(require(namespace), key, before, after);
    }

    public void delete(String namespace, byte[] key, byte[] before) {
        move(require(namespace), key, before, null);
    }

    private void move(Table table, byte[] key, byte @Nullable [] before, byte @Nullable [] after) {
        Changes.Mark start = changes.mark();
        long form = table.form();
        touched.add(table.namespace());
        try {
            table.move(key, before, after, changes);
        } catch (DuplicateKey | CommandException e) {
            changes.undoTo(start);
            throw e;
        }
        if (after == null) {
            redo.remove(table.id, key);
        } else {
            redo.put(table.id, key, after);
        }
        if (form != table.form()) {
            store.sweepLater();
            save(table);
        }
    }

    private void save(Table table) {
        table.touch();
        touched.add(table.namespace());
        catalogue.save(table.namespace(), table, changes);
        redo.define(table.namespace(), table.toDocument());
    }

    private void saveGone(String namespace) {
        touched.add(namespace);
        catalogue.save(namespace, null, changes);
        redo.undefine(namespace);
    }

    private Table require(String namespace) {
        Table table = catalogue.find(namespace);
        if (table == null) {
            throw new CommandException(26, "NamespaceNotFound", "ns not found: " + namespace);
        }
        return table;
    }

    public Savepoint savepoint() {
        return new Savepoint(changes.mark(), redo.sink().size());
    }

    public void rollbackTo(Savepoint savepoint) {
        changes.undoTo(savepoint.changes());
        redo.sink().cutTo(savepoint.redo());
        for (String namespace : touched) {
            Table table = catalogue.find(namespace);
            if (table != null) {
                table.touch();
            }
        }
    }

    /** Makes everything durable, as far as the settings say, and then visible. */
    public void commit() {
        store.publish(redo.sink(), touchedViews());
        open = false;
        store.release();
    }

    /** Takes everything back unless it was committed, and lets the next writer go. */
    @Override
    public void close() {
        if (open) {
            open = false;
            rollbackTo(new Savepoint(Changes.Mark.START, 0));
            store.release();
        }
    }

    private Map<String, @Nullable TableView> touchedViews() {
        Map<String, @Nullable TableView> views = new HashMap<>();
        for (String namespace : touched) {
            views.put(namespace, find(namespace));
        }
        return views;
    }
}
