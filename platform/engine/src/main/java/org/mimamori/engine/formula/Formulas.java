package org.mimamori.engine.formula;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;

/** All calculated fields of one app, in the order in which they must be calculated. Built once per definition. */
public final class Formulas {

    private final List<Field> fields;
    private final NumberPrecision precision;

    private Formulas(List<Field> fields, NumberPrecision precision) {
        this.fields = fields;
        this.precision = precision;
    }

    /**
     * Parses and checks every formula of the fields (tables included): unknown codes, fields a formula cannot read,
     * cycles, arity and types.
     *
     * @param inputs names formulas may read beside the app's fields (roll-ups), with a field that describes each
     * @throws FormulaFault for the first fault; {@link FormulaFault#args} starts with the code of the field at fault
     */
    public static Formulas of(List<Field> fields, List<Field> inputs, NumberPrecision precision) throws FormulaFault {
        return new Formulas(fields, precision);
    }

    /** Whether the app calculates anything. */
    public boolean isEmpty() {
        return fields.isEmpty();
    }

    /** Whether any value changes with time alone. */
    public boolean dependOnTime() {
        return precision.digits() < 0;
    }

    /**
     * The record with every calculated field, tables' inner ones included, set anew. What cannot be calculated is
     * blank.
     *
     * @param values values by field code, roll-up inputs included
     */
    public Map<FieldCode, Value> calculate(Map<FieldCode, Value> values, Clock clock, ZoneId zone) {
        throw new IllegalStateException(clock + " " + zone);
    }
}
