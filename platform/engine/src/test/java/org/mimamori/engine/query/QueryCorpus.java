package org.mimamori.engine.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mimamori.engine.golden.GoldenFile;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;

/**
 * Asks every query of the corpus. Whatever runs filters extends this and must give the answers written there, so that
 * all of them mean the same by a filter.
 */
public abstract class QueryCorpus {

    private static final CorpusApp APP = CorpusApp.read();
    private static final List<GoldenFile> GOOD = GoldenFile.in("query-corpus/good");
    private static final List<GoldenFile> WRONG = GoldenFile.in("query-corpus/wrong");

    /** The app whose records are asked; the same for every test. */
    protected static CorpusApp app() {
        return APP;
    }

    /** Numbers of the records the query finds, in order, within its limit and offset. */
    protected abstract List<Long> ids(ResolvedQuery query);

    @TestFactory
    Stream<DynamicContainer> findsTheRecordsEveryQueryOfTheCorpusMeans() {
        return GOOD.stream().map(file -> file.tests(this::answer));
    }

    @TestFactory
    Stream<DynamicContainer> refusesEveryWrongQueryOfTheCorpus() {
        return WRONG.stream().map(file -> file.tests(this::answer));
    }

    @Test
    void theCorpusIsLargeEnoughToMeanSomething() {
        assertThat(GoldenFile.size(GOOD)).isGreaterThan(1_000);
        assertThat(GoldenFile.size(WRONG)).isGreaterThan(450);
    }

    private String answer(GoldenFile.Case asked) {
        try {
            List<Long> ids = ids(APP.resolve(asked));
            return ids.isEmpty() ? "none" : ids.stream().map(String::valueOf).collect(Collectors.joining(" "));
        } catch (PlatformException e) {
            return switch (e.problem()) {
                case Problem.QueryRefused(var fault, var args) -> (fault + " " + String.join(" ", args)).strip();
                case Problem.QuerySyntax(int position, String expected) -> position + " " + expected;
                default -> throw e;
            };
        }
    }
}
