package org.mimamori.embedded.store;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Does again what the log says was done. */
final class Replay implements Redo.Handler {

    private final Catalogue catalogue;
    private final Changes changes = new Changes();

    Replay(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public void record(long id, byte[] key, byte @Nullable [] document) {
        Table table = catalogue.find(id);
        if (table == null) {
            throw new IllegalStateException("the log speaks of a collection that is not there: " + id);
        }
        table.move(key, table.data.get(key), document, changes);
    }

    /** Nothing more comes. */
    void end() {
        changes.flush();
    }

    @Override
    public void collection(String namespace, @Nullable Document definition) {
        if (definition == null) {
            Table table = catalogue.find(namespace);
            if (table != null) {
                catalogue.remove(table);
                catalogue.save(namespace, null, changes);
            }
        } else {
            catalogue.define(namespace, definition);
            catalogue.save(namespace, catalogue.find(namespace), changes);
        }
    }
}
