package org.mimamori.engine.formula;

import java.util.ArrayList;
import java.util.List;

/**
 * Why a formula is refused when an app is deployed; carries a key of the message bundles, not words. From
 * {@link Formulas#of} the first argument is the code of the field at fault; the others stand here beside each key.
 *
 * <ul>
 *   <li>{@code formula.syntax}: position in UTF-16 units from 0, key of what was expected there
 *   <li>{@code formula.fullWidthSign}: position, the sign; kintone refuses full-width signs by name too
 *   <li>{@code formula.tooLong}: longest length; {@code formula.tooDeep}: position; {@code formula.tooLarge}: most
 *       parts
 *   <li>{@code formula.unknownFunction}: name
 *   <li>{@code formula.arity}: function, fewest arguments, most arguments
 *   <li>{@code formula.unknownField}, {@code formula.unreadableField}: code of the field mentioned
 *   <li>{@code formula.listOutsideFunction}: code of a table's field, or of one of several options, that stands where
 *       one value is needed
 *   <li>{@code formula.operatorType}: operator that does not take text
 *   <li>{@code formula.argumentType}: function, number of the argument from 1
 *   <li>{@code formula.otherTable}: function, code of a field that is not in the same table
 *   <li>{@code formula.badPattern}: date pattern, {@code formula.badZone}: zone, {@code formula.badUnit}: unit
 *   <li>{@code formula.cycle}: codes of the fields that depend on each other, in order, joined by arrows
 * </ul>
 */
public final class FormulaFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient List<Object> args;

    public FormulaFault(String key, Object... args) {
        super(key);
        this.key = key;
        this.args = List.of(args);
    }

    public String key() {
        return key;
    }

    public List<Object> args() {
        return args;
    }

    /** The same fault, found in the formula of this field. */
    FormulaFault in(String field) {
        List<Object> all = new ArrayList<>(args);
        all.addFirst(field);
        return new FormulaFault(key, all.toArray());
    }
}
