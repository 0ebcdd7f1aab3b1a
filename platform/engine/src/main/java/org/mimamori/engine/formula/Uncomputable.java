package org.mimamori.engine.formula;

/** Says that a value cannot be calculated: a division by zero, a number too large. The field is blank then. */
final class Uncomputable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Thrown on every write of a half-filled form, so it carries no stack trace. */
    static final Uncomputable VALUE = new Uncomputable();

    private Uncomputable() {
        super("cannot be calculated", null, false, false);
    }
}
