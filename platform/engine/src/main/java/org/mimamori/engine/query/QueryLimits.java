package org.mimamori.engine.query;

/** Limits of one list, kintone's by default; the screens and jobs of the platform use wider ones. */
public record QueryLimits(int defaultLimit, int maxLimit, int maxOffset) {

    /** What the REST API promises: 100 records unless told otherwise, 500 at most, offset up to 10,000. */
    public static final QueryLimits API = new QueryLimits(100, 500, 10_000);
}
