package org.mimamori.embedded.command;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.CommandException;
import org.mimamori.embedded.store.IndexDefinition;
import org.mimamori.embedded.store.IndexView;
import org.mimamori.embedded.store.TableView;

/** A hint must name an index that is there. Which index is used the planner decides all the same. */
final class Hints {

    private Hints() {}

    static void requireKnown(TableView table, @Nullable Object hint) {
        if (hint == null || hint instanceof Document d && (d.isEmpty() || d.containsKey("$natural"))) {
            return;
        }
        boolean id =
                hint.equals("_id_") || hint instanceof Document d && d.keySet().equals(java.util.Set.of("_id"));
        if (!id && table.indexes().stream().map(IndexView::definition).noneMatch(index -> isMeant(index, hint))) {
            throw CommandException.badValue("hint provided does not correspond to an existing index: " + hint);
        }
    }

    private static boolean isMeant(IndexDefinition index, Object hint) {
        return index.name().equals(hint) || index.keyPattern().equals(hint);
    }
}
