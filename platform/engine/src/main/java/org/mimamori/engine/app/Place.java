package org.mimamori.engine.app;

import org.mimamori.engine.field.FieldCode;

/** A place in a definition: a JSON pointer that grows as a reader goes in. */
record Place(String pointer) {

    static final Place ROOT = new Place("");

    Place at(String name) {
        return new Place(pointer + "/" + name.replace("~", "~0").replace("/", "~1"));
    }

    Place at(FieldCode code) {
        return at(code.text());
    }

    Place at(int index) {
        return new Place(pointer + "/" + index);
    }
}
