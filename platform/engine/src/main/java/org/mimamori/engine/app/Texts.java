package org.mimamori.engine.app;

import tools.jackson.databind.JsonNode;

/** Refuses texts that no store or screen could give back: NUL, and half of a character. */
final class Texts {

    private Texts() {}

    static void check(JsonNode node, Place place, Findings findings) {
        if (node.isString() && unstorable(node.asString())) {
            findings.add(place, "text.malformed");
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                check(node.get(i), place.at(i), findings);
            }
        }
        node.properties().forEach(entry -> {
            if (unstorable(entry.getKey())) {
                findings.add(place, "text.malformed");
            } else {
                check(entry.getValue(), place.at(entry.getKey()), findings);
            }
        });
    }

    private static boolean unstorable(String text) {
        return text.codePoints().anyMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
