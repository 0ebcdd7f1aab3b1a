package org.mimamori.engine.query;

/** Binds a parsed query to an app's fields: codes to fields, operators to types, literals and functions to values. */
public final class QueryResolver {

    private final QueryScope scope;
    private final QueryContext context;

    public QueryResolver(QueryScope scope, QueryContext context) {
        this.scope = scope;
        this.context = context;
    }

    /**
     * The query, ready to run.
     *
     * @throws org.mimamori.engine.problem.PlatformException with {@code QueryRefused}
     */
    public ResolvedQuery resolve(Query query, QueryLimits limits) {
        throw new IllegalStateException(scope + " " + context + " " + limits);
    }

    /** A condition alone, as views, rights and rules have it; empty text is everything. */
    public Filter resolveCondition(String text) {
        throw new IllegalStateException(text);
    }
}
