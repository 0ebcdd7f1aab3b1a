package org.mimamori.embedded.expression;

import java.util.Map;

/** Placeholder. */
final class Conversions {
    private Conversions() {}

    static void addTo(Map<String, Operators.Builder> all) {}
}
