package org.mimamori.engine.query;

import java.math.BigDecimal;
import java.util.Map;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;

/**
 * A record of the query corpus.
 *
 * @param values what it holds by field code; system fields are among them, the number is not
 */
public record CorpusRecord(long id, Map<FieldCode, Value> values) {

    public CorpusRecord {
        values = Map.copyOf(values);
    }

    /** The value under a code; the record's number under {@code $id}. */
    public Value value(FieldCode code) {
        return code.equals(FieldCode.ID)
                ? new Value.Decimal(BigDecimal.valueOf(id))
                : values.getOrDefault(code, Value.BLANK);
    }
}
