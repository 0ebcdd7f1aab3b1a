package org.mimamori.engine.field;

/** A comparison of the query language. */
public enum Operator {
    EQUAL("="),
    NOT_EQUAL("!="),
    GREATER(">"),
    LESS("<"),
    GREATER_OR_EQUAL(">="),
    LESS_OR_EQUAL("<="),
    IN("in"),
    NOT_IN("not in"),
    LIKE("like"),
    NOT_LIKE("not like"),
    IS_EMPTY("is empty"),
    IS_NOT_EMPTY("is not empty");

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    /** As written in a query. */
    public String sign() {
        return sign;
    }

    /** Whether the test says what must not be: such a test on a table holds only when every row passes it. */
    public boolean negative() {
        return switch (this) {
            case NOT_EQUAL, NOT_IN, NOT_LIKE, IS_NOT_EMPTY -> true;
            case EQUAL, GREATER, LESS, GREATER_OR_EQUAL, LESS_OR_EQUAL, IN, LIKE, IS_EMPTY -> false;
        };
    }
}
