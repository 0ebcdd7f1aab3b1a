package org.mimamori.embedded.plan;

/** What a read has cost so far. */
public final class Work {

    private long keys;
    private long documents;

    void countKey() {
        keys++;
    }

    void countDocument() {
        documents++;
    }

    public long keys() {
        return keys;
    }

    public long documents() {
        return documents;
    }
}
