package org.mimamori.embedded.plan;

import org.mimamori.embedded.filter.Filter;
import org.mimamori.embedded.order.SortOrder;

/** Which records, in which order, from which place, how many; a limit of 0 means all. */
public record Query(Filter filter, SortOrder sort, long skip, long limit) {

    public static final Query ALL = of(Filter.ALL);

    public static Query of(Filter filter) {
        return new Query(filter, SortOrder.NONE, 0, 0);
    }

    public Query sorted(SortOrder order) {
        return new Query(filter, order, skip, limit);
    }

    public Query page(long from, long size) {
        return new Query(filter, sort, from, size);
    }

    /** What has to be read of one branch, when the page is then taken of all of them. */
    Query branch(Filter part) {
        return new Query(part, sort, 0, limit == 0 ? 0 : skip + limit);
    }
}
