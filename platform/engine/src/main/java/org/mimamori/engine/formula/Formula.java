package org.mimamori.engine.formula;

import java.util.Set;
import org.mimamori.engine.field.FieldCode;

/** A formula as parsed; immutable. */
public final class Formula {

    private final String text;

    private Formula(String text) {
        this.text = text;
    }

    /**
     * Parses formula text.
     *
     * @throws FormulaFault if it does not parse, calls an unknown function or passes it a wrong number of arguments
     */
    public static Formula parse(String text) throws FormulaFault {
        return new Formula(text);
    }

    /** Every field (or roll-up) the formula reads. */
    public Set<FieldCode> mentions() {
        throw new IllegalStateException(text);
    }

    /** Whether its value changes with time alone (TODAY, NOW, AGE): such fields are recalculated each day. */
    public boolean dependsOnTime() {
        throw new IllegalStateException(text);
    }
}
