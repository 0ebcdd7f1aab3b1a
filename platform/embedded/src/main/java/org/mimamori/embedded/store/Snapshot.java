package org.mimamori.embedded.store;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All collections as some write left them. */
public final class Snapshot {

    static final Snapshot EMPTY = new Snapshot(new TreeMap<>());

    private final NavigableMap<String, TableView> tables;

    private Snapshot(NavigableMap<String, TableView> tables) {
        this.tables = tables;
    }

    public @Nullable TableView find(String namespace) {
        return tables.get(namespace);
    }

    public NavigableMap<String, TableView> all() {
        return tables;
    }

    /** The next snapshot; a collection that maps to null is gone. */
    Snapshot with(Map<String, @Nullable TableView> changes) {
        NavigableMap<String, TableView> next = new TreeMap<>(tables);
        changes.forEach((namespace, view) -> {
            if (view == null) {
                next.remove(namespace);
            } else {
                next.put(namespace, view);
            }
        });
        return new Snapshot(next);
    }
}
