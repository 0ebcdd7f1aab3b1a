package org.mimamori.embedded.expression;

import java.util.Map;

/** Placeholder. */
final class ArrayTransforms {
    private ArrayTransforms() {}

    static void addTo(Map<String, Operators.Builder> all) {}
}
