package org.mimamori.embedded.expression;

import java.util.Map;

/** Placeholder. */
final class DateOperators {
    private DateOperators() {}

    static void addTo(Map<String, Operators.Builder> all) {}
}
