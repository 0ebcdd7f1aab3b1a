package org.mimamori.engine.record;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.query.Query;
import org.mimamori.engine.query.QueryLimits;

/**
 * What a caller wants of a list.
 *
 * @param search words of the quick search; empty for none
 * @param fields fields wanted, or null for all the caller may see
 * @param count whether the total is wanted
 */
public record RecordQuery(
        Query query, String search, @Nullable List<FieldCode> fields, boolean count, QueryLimits limits) {

    /** A list as the REST API has it. */
    public static RecordQuery of(String query) {
        return new RecordQuery(Query.parse(query), "", null, false, QueryLimits.API);
    }

    public RecordQuery counted() {
        return new RecordQuery(query, search, fields, true, limits);
    }

    public RecordQuery only(List<FieldCode> wanted) {
        return new RecordQuery(query, search, wanted, count, limits);
    }
}
