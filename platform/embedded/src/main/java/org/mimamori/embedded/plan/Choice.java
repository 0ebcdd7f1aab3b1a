package org.mimamori.embedded.plan;

import java.util.List;
import org.mimamori.embedded.filter.Filter;

/**
 * How a query is to be answered: by one plan, or by several whose findings together are the answer.
 *
 * @param disjoint whether no record can be found by two of them
 * @param cost what it is thought to cost, as {@link Cost} has it
 */
record Choice(List<Part> parts, boolean disjoint, double cost) {

    /** A plan and the filter of which it finds the records. */
    record Part(Filter filter, Plan plan) {}

    static Choice single(Filter filter, Plan plan, double cost) {
        return new Choice(List.of(new Part(filter, plan)), true, cost);
    }

    boolean isUnion() {
        return parts.size() > 1;
    }
}
