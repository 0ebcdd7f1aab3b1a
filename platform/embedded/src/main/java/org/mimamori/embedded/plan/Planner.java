package org.mimamori.embedded.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.filter.Filter;
import org.mimamori.embedded.store.IndexView;
import org.mimamori.embedded.store.TableView;

/**
 * Chooses the cheapest way to read. Range sizes are counted exactly in the trees, so no statistics are needed. A bad
 * choice costs time, never rows: ranges hold every match, and the filter is asked again unless they hold nothing else.
 */
final class Planner {

    /** Plans side by side have to be a good deal cheaper than one, for they are only thought to be. */
    private static final double UNION_GAIN = 0.7;

    private final TableView table;
    private final Query query;
    private final boolean counting;

    private Planner(TableView table, Query query, boolean counting) {
        this.table = table;
        this.query = query;
        this.counting = counting;
    }

    /** @param counting whether only the number of records is asked for, so that no document need be fetched */
    static Choice choose(TableView table, Query query, boolean counting) {
        return new Planner(table, query, counting).choose();
    }

    private Choice choose() {
        List<Plan> plans = plans(query.filter());
        Alternatives alternatives = Alternatives.of(query.filter());
        List<List<Plan>> branches =
                alternatives.filters().stream().map(this::plans).toList();
        long matches = fewest(plans);
        if (!branches.isEmpty()) {
            matches = Math.min(
                    matches, branches.stream().mapToLong(Planner::fewest).sum());
        }
        Cost cost = new Cost(query, counting, matches);
        Plan best = cheapest(plans, cost);
        Choice single = Choice.single(query.filter(), best, cost.of(best));
        Choice union = union(alternatives, branches);
        return union != null && union.cost() < single.cost() * UNION_GAIN ? union : single;
    }

    private List<Plan> plans(Filter filter) {
        Constraints constraints = Constraints.of(filter);
        List<Plan> plans = new ArrayList<>();
        plans.add(new PlanBuilder(Source.data(table), constraints, filter, query.sort()).build());
        for (IndexView index : table.indexes()) {
            if (PartialIndexes.serves(index.definition(), constraints)) {
                Plan plan = new PlanBuilder(Source.index(index), constraints, filter, query.sort()).build();
                if (isOfUse(plan)) {
                    plans.add(plan);
                }
            }
        }
        return plans;
    }

    /** An index read from end to end is of use for its order, or when its entries answer the whole question. */
    private boolean isOfUse(Plan plan) {
        return !plan.whole()
                || plan.ordered() && !query.sort().isNone()
                || counting && plan.test() != null && plan.test().decides();
    }

    /** No more records can match. */
    private static long fewest(List<Plan> plans) {
        return plans.stream().mapToLong(Plan::rows).min().orElse(0);
    }

    private static Plan cheapest(List<Plan> plans, Cost cost) {
        Plan best = plans.getFirst();
        for (Plan plan : plans) {
            if (cost.of(plan) < cost.of(best)) {
                best = plan;
            }
        }
        return best;
    }

    private @Nullable Choice union(Alternatives alternatives, List<List<Plan>> branches) {
        if (branches.isEmpty()) {
            return null;
        }
        List<Choice.Part> parts = new ArrayList<>();
        boolean disjoint = alternatives.exclude(table);
        double sum = 0;
        for (int i = 0; i < branches.size(); i++) {
            Query branch = query.branch(alternatives.filters().get(i));
            Cost cost = new Cost(branch, counting, fewest(branches.get(i)));
            Plan best = cheapest(branches.get(i), cost);
            parts.add(new Choice.Part(branch.filter(), best));
            sum += cost.of(best) + (disjoint ? 0 : Cost.ofRemembering(best));
        }
        return new Choice(parts, disjoint, sum);
    }
}
