package org.mimamori.engine.formula;

import java.util.List;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;

/** A part of a formula, bound to the fields of an app: checked, and ready to be calculated. */
sealed interface Bound {

    Kind kind();

    /** Gives one value. */
    record One(Kind kind, Expression of) implements Bound {}

    /** Gives the values of one field in all rows of a table. */
    record Column(Kind kind, FieldCode table, FieldCode field, Cells of) implements Bound {}

    /** Calculates one value; blank stands for nothing, {@link Uncomputable} for what cannot be. */
    interface Expression {
        Value value(Run run);
    }

    /** Reads the values of a column, top to bottom, blanks included. */
    interface Cells {
        List<Value> values(Run run);
    }
}
