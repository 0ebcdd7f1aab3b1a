package org.mimamori.engine.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query as parsed: names and literals, not yet bound to an app.
 *
 * @param condition null for "all records"
 * @param limit null when not given
 * @param offset null when not given
 */
public record Query(
        @Nullable Condition condition,
        List<SortKey> sort,
        @Nullable Integer limit,
        @Nullable Integer offset) {

    /** All records in the default order. */
    public static final Query ALL = new Query(null, List.of(), null, null);

    public Query {
        sort = List.copyOf(sort);
    }

    /**
     * Parses query text.
     *
     * @throws org.mimamori.engine.problem.PlatformException with {@code QuerySyntax} saying where
     */
    public static Query parse(String text) {
        return new QueryParser(text).parse();
    }

    /** The query as text that parses to the same query. */
    public String text() {
        return QueryText.of(this);
    }
}
