package org.mimamori.engine.field;

import tools.jackson.databind.JsonNode;

/** What all fields of one shape have in common: how kintone's JSON for a value is read. */
public final class Shapes {

    private Shapes() {}

    /**
     * Reads the {@code value} of a field as kintone's record JSON has it (docs/kintone-compat.md, record JSON).
     *
     * @throws UnreadableValue if the JSON cannot be a value of the shape
     */
    public static Value read(Shape shape, JsonNode raw) throws UnreadableValue {
        throw new UnreadableValue(UnreadableValue.WRONG_JSON_TYPE, shape, raw);
    }
}
