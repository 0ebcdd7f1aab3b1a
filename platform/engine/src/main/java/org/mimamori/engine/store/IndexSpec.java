package org.mimamori.engine.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * An index as planned.
 *
 * @param keys what it is ordered by; at most one of them holds several parts, more than one no database takes
 */
record IndexSpec(Kind kind, List<Key> keys) {

    IndexSpec {
        keys = List.copyOf(keys);
    }

    /** Whether records may agree on the keys. */
    enum Kind {
        PLAIN,
        /** They may not, except those that lack the key. */
        UNIQUE
    }

    /** One key; direction as in {@link Sorting}. */
    record Key(String path, int direction) {

        static Key ascending(String path) {
            return new Key(path, Sorting.ASCENDING);
        }

        static Key descending(String path) {
            return new Key(path, Sorting.DESCENDING);
        }
    }

    static IndexSpec unique(String path) {
        return new IndexSpec(Kind.UNIQUE, List.of(Key.ascending(path)));
    }

    /** Each path once, and nothing behind the record number, which leaves nothing to order. */
    static IndexSpec plain(List<Key> keys) {
        List<Key> kept = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Key key : keys) {
            if (seen.contains(RecordLayout.NUMBER)) {
                break;
            }
            if (seen.add(key.path())) {
                kept.add(key);
            }
        }
        return new IndexSpec(Kind.PLAIN, kept);
    }

    /**
     * The same with these fields behind, in so far as it lacks them: they order nothing, but a database that finds them
     * in the index need not fetch a record to test them.
     */
    IndexSpec telling(List<String> paths) {
        List<Key> all = new ArrayList<>(keys);
        for (String path : paths) {
            if (all.stream().noneMatch(key -> key.path().equals(path))) {
                all.add(Key.ascending(path));
            }
        }
        return new IndexSpec(kind, all);
    }

    /** Says everything about the index, so that an index of that name need not be looked into. */
    String name() {
        String prefix = kind == Kind.UNIQUE ? "u:" : "i:";
        return keys.stream()
                .map(key -> key.path() + (key.direction() == Sorting.ASCENDING ? "+" : "-"))
                .collect(Collectors.joining(",", prefix, ""));
    }

    Document document() {
        Document document = new Document();
        keys.forEach(key -> document.append(key.path(), key.direction()));
        return document;
    }

    /** Whether this index answers whatever the other one would. */
    boolean covers(IndexSpec other) {
        if (other.kind == Kind.UNIQUE || equals(other)) {
            return false;
        }
        return other.keys.size() <= keys.size()
                && keys.subList(0, other.keys.size()).equals(other.keys)
                // A unique index holds no blanks, so it cannot give an order of all records.
                && (kind == Kind.PLAIN || other.keys.size() == 1);
    }
}
