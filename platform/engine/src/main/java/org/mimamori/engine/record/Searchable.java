package org.mimamori.engine.record;

import org.mimamori.engine.field.Shape;

/** Which values the quick search looks into. */
public final class Searchable {

    private Searchable() {}

    /** Whether a value of this shape has words: text, options, file names; numbers and dates have not. */
    public static boolean is(Shape shape) {
        return switch (shape) {
            case TEXT, CHOICE, CHOICES, FILES -> true;
            case DECIMAL, DATE, TIME, MOMENT, ENTITY, ENTITIES, ROWS, NONE -> false;
        };
    }
}
