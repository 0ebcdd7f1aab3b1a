package org.mimamori.engine.query;

/** Reads query text; kintone's grammar (docs/kintone-compat.md, query language). */
final class QueryParser {

    private final String text;

    QueryParser(String text) {
        this.text = text;
    }

    Query parse() {
        throw new IllegalStateException(text);
    }
}
