package org.mimamori.embedded.plan;

/** What a plan is thought to cost; the unit is one step through the documents. */
final class Cost {

    /** Going from an index entry to its record. */
    private static final double FETCH = 3;

    /** Looking at an index entry alone. */
    private static final double STEP = 0.2;

    /** Keeping a record's key in mind, not to find the record twice. */
    private static final double REMEMBER = 0.3;

    private static final double SORT = 1.5;

    /** Of the entries that an index can tell something about, those it is thought to leave open. */
    private static final double OPEN = 0.5;

    private final Query query;
    private final boolean counting;
    private final long matches;

    /** @param matches a guess, not too low */
    Cost(Query query, boolean counting, long matches) {
        this.query = query;
        this.counting = counting;
        this.matches = matches;
    }

    static double ofRemembering(Plan plan) {
        return plan.rows() * REMEMBER;
    }

    double of(Plan plan) {
        double entries = entries(plan);
        boolean inOrder = query.sort().isNone() || plan.ordered();
        double found = Math.min(entries, query.limit() == 0 || !inOrder ? matches : query.limit());
        double sorting = inOrder ? 0 : entries * SORT;
        if (plan.source().isData()) {
            return entries + sorting;
        }
        if (plan.exact() && counting) {
            return 1;
        }
        return entries * STEP + fetches(plan, entries, found) * FETCH + sorting;
    }

    private double fetches(Plan plan, double entries, double found) {
        EntryTest test = plan.test();
        if (plan.exact() || test != null && test.decides()) {
            return counting ? 0 : found;
        }
        return test == null ? entries : Math.max(found, entries * OPEN);
    }

    private long wanted() {
        return query.limit() == 0 ? 0 : query.skip() + query.limit();
    }

    /** How many entries have to be looked at until enough records are found. */
    private double entries(Plan plan) {
        boolean all = wanted() == 0 || !(query.sort().isNone() || plan.ordered());
        return all ? plan.rows() : Math.min(plan.rows(), wanted() * (plan.rows() / Math.max(1.0, matches)));
    }
}
