package org.mimamori.embedded.plan;

import java.util.ArrayList;
import java.util.List;
import org.mimamori.embedded.filter.Filter;
import org.mimamori.embedded.order.SortOrder;
import org.mimamori.embedded.store.IndexView;
import org.mimamori.embedded.store.TableView;

/**
 * Chooses the cheapest way to read. Range sizes are counted exactly in the trees, so no statistics are needed. A bad
 * choice costs time, never rows: ranges hold every match, and the filter is asked again unless they hold nothing else.
 */
final class Planner {

    /** Going from an index entry to its record costs about this many times a step through the data. */
    private static final double FETCH = 3;

    private static final double SORT = 1.5;

    private final TableView table;
    private final Constraints constraints;
    private final SortOrder sort;
    private final long wanted;

    private Planner(TableView table, Filter filter, SortOrder sort, long wanted) {
        this.table = table;
        this.constraints = Constraints.of(filter);
        this.sort = sort;
        this.wanted = wanted;
    }

    /** Plans to find the first so many records; 0 means all. */
    static Plan plan(TableView table, Filter filter, SortOrder sort, long wanted) {
        return new Planner(table, filter, sort, wanted).choose();
    }

    private Plan choose() {
        List<Plan> plans = new ArrayList<>();
        plans.add(new PlanBuilder(Source.data(table), constraints, sort).build());
        for (IndexView index : table.indexes()) {
            if (PartialIndexes.serves(index.definition(), constraints)) {
                Plan plan = new PlanBuilder(Source.index(index), constraints, sort).build();
                if (!plan.whole() || plan.ordered() && !sort.isNone()) {
                    plans.add(plan);
                }
            }
        }
        long matches = plans.stream().mapToLong(Plan::rows).min().orElse(0);
        Plan best = plans.getFirst();
        for (Plan plan : plans) {
            if (cost(plan, matches) < cost(best, matches)) {
                best = plan;
            }
        }
        return best;
    }

    private double cost(Plan plan, long matches) {
        double perRow = plan.source().isData() ? 1 : FETCH;
        if (sort.isNone() || plan.ordered()) {
            double needed = wanted == 0 ? plan.rows() : wanted * (plan.rows() / Math.max(1.0, matches));
            return Math.min(plan.rows(), needed) * perRow;
        }
        return plan.rows() * (perRow + SORT);
    }
}
