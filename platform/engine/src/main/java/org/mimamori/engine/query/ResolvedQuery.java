package org.mimamori.engine.query;

import java.util.List;

/**
 * A query bound to an app, an actor and an instant: ready to run.
 *
 * @param sort the order asked for; the store adds the record number as last key
 */
public record ResolvedQuery(Filter filter, List<SortKey> sort, int limit, int offset) {

    public ResolvedQuery {
        sort = List.copyOf(sort);
    }

    public ResolvedQuery and(Filter further) {
        return new ResolvedQuery(filter.and(further), sort, limit, offset);
    }
}
