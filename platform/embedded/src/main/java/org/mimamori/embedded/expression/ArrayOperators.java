package org.mimamori.embedded.expression;

import java.util.Map;

/** Placeholder. */
final class ArrayOperators {
    private ArrayOperators() {}

    static void addTo(Map<String, Operators.Builder> all) {}
}
