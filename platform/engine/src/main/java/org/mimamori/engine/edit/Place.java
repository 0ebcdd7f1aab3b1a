package org.mimamori.engine.edit;

import tools.jackson.databind.node.ObjectNode;

/** JSON pointers to places of a definition. */
final class Place {

    private Place() {}

    /** Changes a text that stands at a place. */
    @FunctionalInterface
    interface Change {
        String apply(String place, String text);
    }

    /** Does something with an object that stands at a place. */
    @FunctionalInterface
    interface Work {
        void on(ObjectNode object, String place);
    }

    static String at(String place, String name) {
        return place + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    static String field(String code) {
        return at("/fields", code);
    }
}
