package org.mimamori.engine.store;

import java.util.IdentityHashMap;
import java.util.Map;
import org.mimamori.engine.app.AppDefinition;

/** The layouts of apps' records, each made once for a definition in memory; to compare definitions would cost more. */
final class Layouts {

    /** Definitions that are edited leave old ones behind. */
    private static final int MOST = 1000;

    private final Map<AppDefinition, RecordLayout> made = new IdentityHashMap<>();

    synchronized RecordLayout of(AppDefinition app) {
        if (made.size() >= MOST) {
            made.clear();
        }
        return made.computeIfAbsent(app, RecordLayout::of);
    }
}
