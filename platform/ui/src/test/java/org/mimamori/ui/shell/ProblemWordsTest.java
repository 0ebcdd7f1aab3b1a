package org.mimamori.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mimamori.engine.problem.FieldProblem;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.problem.QueryFault;
import org.mimamori.office.Office;

/** Every problem there is, in words. */
class ProblemWordsTest {

    private static final Map<Class<?>, Object> EXAMPLES = Map.of(
            String.class,
            "x",
            long.class,
            3_145_728L,
            int.class,
            4,
            List.class,
            List.of("x", "y"),
            QueryFault.class,
            QueryFault.UNKNOWN_FIELD);

    private final Words words = new Words();

    @SuppressWarnings("unchecked")
    static Stream<Class<? extends Problem>> problems() {
        return Stream.of(Problem.class.getPermittedSubclasses()).map(type -> (Class<? extends Problem>) type);
    }

    @ParameterizedTest
    @MethodSource("problems")
    void putsEveryProblemIntoWordsOfBothLanguages(Class<? extends Problem> type) throws ReflectiveOperationException {
        Problem problem = example(type);
        for (Locale locale : Words.LOCALES) {
            String text = new ProblemWords(words, locale).of(problem);
            assertThat(text).isNotBlank().doesNotStartWith("problem.").doesNotContain("{0}");
        }
    }

    @ParameterizedTest
    @EnumSource
    void putsEveryQueryFaultIntoWordsOfBothLanguages(QueryFault fault) {
        for (Locale locale : Words.LOCALES) {
            String text = new ProblemWords(words, locale).of(new Problem.QueryRefused(fault, List.of("欠席", "=")));
            assertThat(text).isNotBlank().doesNotStartWith("problem.").doesNotContain("{");
        }
    }

    @Test
    void saysTheSameOfAHiddenAppAndAnAbsentOne() {
        ProblemWords japanese = new ProblemWords(words, Locale.JAPANESE);
        assertThat(japanese.of(new Problem.AppNotFound("duty_roster")))
                .isEqualTo(japanese.of(new Problem.AppNotFound("no_such_app")));
    }

    @Test
    void namesTheFieldByItsLabelInTheReadersLanguage() {
        FieldProblem missing = FieldProblem.of("child", "no.such.key");
        var app = new Office().contactLog();
        assertThat(new ProblemWords(words, Locale.JAPANESE).of(missing, app)).startsWith("「子ども」");
        assertThat(new ProblemWords(words, Locale.ENGLISH).of(missing, app)).startsWith("“Child”");
    }

    @Test
    void saysInWhichRowOfATableTheProblemIs() {
        FieldProblem inThirdRow = FieldProblem.of("who", "no.such.key").inRow("said", 2);
        assertThat(new ProblemWords(words, Locale.JAPANESE).of(inThirdRow, new Office().contactLog()))
                .startsWith("「話したこと」3 行目「だれが」");
    }

    private static Problem example(Class<? extends Problem> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] args = Stream.of(types).map(EXAMPLES::get).toArray();
        return type.getDeclaredConstructor(types).newInstance(args);
    }
}
