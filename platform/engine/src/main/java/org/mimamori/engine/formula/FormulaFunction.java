package org.mimamori.engine.formula;

/**
 * A function of the formula language.
 *
 * @param name in upper case; written in any case
 */
record FormulaFunction(String name, int fewest, int most, Binding binding) {

    /** Checks the arguments and binds the call. */
    interface Binding {
        Bound bind(Arguments args) throws FormulaFault;
    }

    void requireArity(int given) throws FormulaFault {
        if (given < fewest || given > most) {
            throw new FormulaFault("formula.arity", name, fewest, most);
        }
    }
}
