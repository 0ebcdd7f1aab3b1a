package org.mimamori.embedded.expression;

import java.util.Map;

/** Placeholder. */
final class ObjectOperators {
    private ObjectOperators() {}

    static void addTo(Map<String, Operators.Builder> all) {}
}
