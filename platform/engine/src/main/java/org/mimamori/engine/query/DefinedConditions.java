package org.mimamori.engine.query;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Parses conditions that stand in definitions: there are few of them, and each call asks those of an app's rights anew.
 */
final class DefinedConditions {

    private static final int MOST = 2000;

    private static final Map<String, Optional<Condition>> PARSED = new ConcurrentHashMap<>();

    private DefinedConditions() {}

    /** As {@link Condition#parse}. */
    static Optional<Condition> parse(String text) {
        Optional<Condition> known = PARSED.get(text);
        if (known != null) {
            return known;
        }
        if (PARSED.size() >= MOST) {
            PARSED.clear();
        }
        Optional<Condition> parsed = Condition.parse(text);
        PARSED.put(text, parsed);
        return parsed;
    }
}
