package org.mimamori.office;

import java.util.Collection;
import java.util.Set;
import java.util.function.Consumer;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.record.PurgeStore;

/** What deleted fields held in a town that deletes none: nothing. */
final class MemoryPurgeStore implements PurgeStore {

    private static final Page NOTHING = new Page(0, 0, 0);

    @Override
    public Page records(AppDefinition app, Set<String> fields, long after, Consumer<Collection<String>> files) {
        return NOTHING;
    }

    @Override
    public Page changes(AppDefinition app, Set<String> fields, long after, Consumer<Collection<String>> files) {
        return NOTHING;
    }
}
