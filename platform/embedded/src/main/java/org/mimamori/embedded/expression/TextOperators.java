package org.mimamori.embedded.expression;

import java.util.Map;

/** Placeholder. */
final class TextOperators {
    private TextOperators() {}

    static void addTo(Map<String, Operators.Builder> all) {}
}
