package org.mimamori.api.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.mimamori.engine.golden.GoldenFile;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.query.CorpusApp;

/** Every wrong query of the engine's corpus is answered with the code that stands above it there. */
class WrongQueriesTest {

    private static final CorpusApp APP = CorpusApp.read();

    private final Words words = new Words();
    private final Explainer explainer = new Explainer(words);

    @TestFactory
    Stream<DynamicTest> answersWithTheCodeOfTheMistakeInEveryLanguage() {
        return GoldenFile.in("query-corpus/wrong").stream()
                .flatMap(file -> file.cases().stream())
                .map(asked -> dynamicTest(asked.question(), () -> isAnswered(asked)));
    }

    private void isAnswered(GoldenFile.Case asked) {
        Problem problem = catchThrowableOfType(PlatformException.class, () -> APP.resolve(asked))
                .problem();
        for (var locale : Languages.SUPPORTED) {
            Explanation answer = explainer.explain(problem, locale, ValuePlaces.UNKNOWN);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.code()).isEqualTo(asked.setting("code", "none written"));
            if (problem instanceof Problem.QueryRefused refused) {
                Object[] args = QueryFaults.shown(refused.fault(), refused.args());
                assertThat(answer.message()).isEqualTo(words.get(locale, answer.code(), args));
                assertThat(answer.errors()).isEmpty();
            } else {
                assertThat(answer.message()).isEqualTo(words.get(locale, "CB_VA01"));
                assertThat(answer.errors()).isEqualTo(Map.of("query", List.of(words.get(locale, "query.syntax"))));
            }
        }
    }
}
