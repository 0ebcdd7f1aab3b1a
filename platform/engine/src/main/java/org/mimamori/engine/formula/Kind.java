package org.mimamori.engine.formula;

import java.util.Optional;
import org.mimamori.engine.field.Shape;

/** What a part of a formula gives, as far as it is known before there is a record. */
enum Kind {
    /** Numbers, and the answers of conditions: 1 and 0. */
    NUMBER,
    DATE,
    TIME,
    MOMENT,
    TEXT,
    /** The empty text, which goes with every kind. */
    EMPTY,
    /** Now this, now that: an IF whose branches differ. */
    ANY,
    /** Several options of a list. */
    OPTIONS;

    /** The kind of a field's values; empty for shapes that no formula reads. */
    static Optional<Kind> of(Shape shape) {
        return switch (shape) {
            case TEXT, CHOICE, ENTITY -> Optional.of(TEXT);
            case DECIMAL -> Optional.of(NUMBER);
            case CHOICES -> Optional.of(OPTIONS);
            case DATE -> Optional.of(DATE);
            case TIME -> Optional.of(TIME);
            case MOMENT -> Optional.of(MOMENT);
            case ENTITIES, FILES, ROWS, NONE -> Optional.empty();
        };
    }

    /** Whether it can be calculated with. */
    boolean isNumeric() {
        return switch (this) {
            case NUMBER, DATE, TIME, MOMENT, ANY -> true;
            case TEXT, EMPTY, OPTIONS -> false;
        };
    }

    /** Whether it can name a day; a number does, in seconds. */
    boolean namesDay() {
        return switch (this) {
            case NUMBER, DATE, MOMENT, ANY -> true;
            case TIME, TEXT, EMPTY, OPTIONS -> false;
        };
    }

    /** Whether a blank value counts as zero; a blank day is no day, not the first of 1970. */
    boolean blankIsZero() {
        return switch (this) {
            case NUMBER, ANY -> true;
            case DATE, TIME, MOMENT, TEXT, EMPTY, OPTIONS -> false;
        };
    }

    /** The kind of a value that is one or the other. */
    Kind joined(Kind other) {
        if (this == other || other == EMPTY) {
            return this;
        }
        if (this == EMPTY) {
            return other;
        }
        return isNumeric() && other.isNumeric() && this != ANY && other != ANY ? NUMBER : ANY;
    }
}
