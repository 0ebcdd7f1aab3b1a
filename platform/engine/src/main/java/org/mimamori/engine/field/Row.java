package org.mimamori.engine.field;

import java.util.Map;

/**
 * One row of a table.
 *
 * @param id number of the row, unique in the installation and kept while the row lives; 0 for a row not yet saved
 * @param values what the row holds, by inner field code; absent means blank
 */
public record Row(long id, Map<FieldCode, Value> values) {

    /** Id of a row that has not been saved yet. */
    public static final long NEW = 0;

    public Row {
        values = Map.copyOf(values);
    }

    public Value value(FieldCode code) {
        return values.getOrDefault(code, Value.BLANK);
    }
}
