package org.mimamori.engine.field;

import static org.mimamori.engine.field.Operator.EQUAL;
import static org.mimamori.engine.field.Operator.GREATER;
import static org.mimamori.engine.field.Operator.GREATER_OR_EQUAL;
import static org.mimamori.engine.field.Operator.IN;
import static org.mimamori.engine.field.Operator.IS_EMPTY;
import static org.mimamori.engine.field.Operator.IS_NOT_EMPTY;
import static org.mimamori.engine.field.Operator.LESS;
import static org.mimamori.engine.field.Operator.LESS_OR_EQUAL;
import static org.mimamori.engine.field.Operator.LIKE;
import static org.mimamori.engine.field.Operator.NOT_EQUAL;
import static org.mimamori.engine.field.Operator.NOT_IN;
import static org.mimamori.engine.field.Operator.NOT_LIKE;

import java.util.Set;

/** The closed list of forms a value can take. Field types are many and open; shapes are few and fixed. */
public enum Shape {
    TEXT,
    DECIMAL,
    CHOICE,
    CHOICES,
    DATE,
    TIME,
    MOMENT,
    ENTITY,
    ENTITIES,
    FILES,
    ROWS,
    /** Holds nothing: a list of related records. */
    NONE;

    /** Operators a field of this shape takes unless its type says otherwise. */
    public Set<Operator> operators() {
        return switch (this) {
            case TEXT -> Set.of(EQUAL, NOT_EQUAL, IN, NOT_IN, LIKE, NOT_LIKE, IS_EMPTY, IS_NOT_EMPTY);
            case DECIMAL ->
                Set.of(
                        EQUAL,
                        NOT_EQUAL,
                        GREATER,
                        LESS,
                        GREATER_OR_EQUAL,
                        LESS_OR_EQUAL,
                        IN,
                        NOT_IN,
                        IS_EMPTY,
                        IS_NOT_EMPTY);
            case DATE, TIME, MOMENT ->
                Set.of(EQUAL, NOT_EQUAL, GREATER, LESS, GREATER_OR_EQUAL, LESS_OR_EQUAL, IS_EMPTY, IS_NOT_EMPTY);
            case CHOICE, CHOICES, ENTITY, ENTITIES -> Set.of(IN, NOT_IN, IS_EMPTY, IS_NOT_EMPTY);
            case FILES -> Set.of(LIKE, NOT_LIKE, IS_EMPTY, IS_NOT_EMPTY);
            case ROWS, NONE -> Set.of();
        };
    }

    /** Whether lists can be ordered by it. */
    public boolean sortable() {
        return switch (this) {
            case TEXT, DECIMAL, CHOICE, DATE, TIME, MOMENT, ENTITY -> true;
            case CHOICES, ENTITIES, FILES, ROWS, NONE -> false;
        };
    }
}
