package org.mimamori.embedded.pipeline;

import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.mimamori.embedded.expression.Scope;

/**
 * One step of an aggregation.
 *
 * @param work what it does with the documents; it makes new ones rather than change those that come in
 * @param reads the paths of the incoming documents it looks at
 * @param closes whether nothing of the incoming documents but what it reads can reach the steps after it
 */
record Stage(Work work, Set<String> reads, boolean closes) {

    /** The step itself. */
    @FunctionalInterface
    interface Work {
        Stream<Document> run(Stream<Document> input, Scope scope);
    }

    /** Something done to each document on its own. */
    @FunctionalInterface
    interface Each {
        Document apply(Document document, Scope scope);
    }

    static Stage each(Each each, Set<String> reads, boolean closes) {
        return new Stage((input, scope) -> input.map(document -> each.apply(document, scope)), reads, closes);
    }

    static Stage passing(Work work, Set<String> reads) {
        return new Stage(work, reads, false);
    }
}
