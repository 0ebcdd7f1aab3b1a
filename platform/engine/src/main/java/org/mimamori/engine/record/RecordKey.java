package org.mimamori.engine.record;

import org.mimamori.engine.field.FieldCode;
import tools.jackson.databind.JsonNode;

/** How a caller names the record to change. */
public sealed interface RecordKey {

    /** By number. */
    record ById(long id) implements RecordKey {}

    /** By the value of a field that forbids duplicates. */
    record ByField(FieldCode field, JsonNode value) implements RecordKey {}
}
