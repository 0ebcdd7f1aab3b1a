package org.mimamori.engine.query;

/** Writes a query as text. */
final class QueryText {

    private QueryText() {}

    static String of(Query query) {
        throw new IllegalStateException(query.toString());
    }
}
