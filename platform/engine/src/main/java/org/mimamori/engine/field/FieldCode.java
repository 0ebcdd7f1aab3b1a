package org.mimamori.engine.field;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The code by which formulas, queries, the API and CSV columns name a field. Unique in its app, tables included. */
public record FieldCode(@JsonValue String text) implements Comparable<FieldCode> {

    /** The record's number as the API and the query language call it. */
    public static final FieldCode ID = new FieldCode("$id");

    /** The record's revision as the API calls it. */
    public static final FieldCode REVISION = new FieldCode("$revision");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FieldCode {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a field code is not blank");
        }
    }

    @Override
    public int compareTo(FieldCode other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
