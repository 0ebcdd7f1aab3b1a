package org.mimamori.engine.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mimamori.engine.app.OtherApps.OtherApp;
import org.mimamori.engine.field.RelatedApp;
import org.mimamori.engine.problem.DefinitionProblem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every way to break a definition in {@code faults.json} is told, at its place and in both languages. */
class BrokenDefinitionsTest {

    private final DefinitionMessages messages = new DefinitionMessages();

    @Test
    void theDefinitionsThatAreBrokenHereAreSoundBefore() {
        assertThat(problems(Definitions.homeVisit())).isEmpty();
        assertThat(problems(Definitions.household())).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> refusesADefinitionThat() {
        return Definitions.json("faults.json")
                .valueStream()
                .map(fault -> dynamicTest(fault.path("name").asString(), () -> refuses(fault)));
    }

    private void refuses(JsonNode fault) {
        ObjectNode definition = Definitions.homeVisit();
        fault.path("change").forEach(change -> Definitions.change(definition, change));

        List<DefinitionProblem> found = problems(definition);

        assertThat(found)
                .extracting(DefinitionProblem::pointer, DefinitionProblem::key)
                .containsExactly(tuple(
                        fault.path("pointer").asString(), fault.path("key").asString()));
        if (fault.has("args")) {
            List<String> args = new ArrayList<>();
            fault.path("args").forEach(arg -> args.add(arg.asString()));
            assertThat(found.getFirst().args().stream().map(String::valueOf)).startsWith(args.toArray(String[]::new));
        }
        saysSo(found.getFirst());
    }

    private void saysSo(DefinitionProblem problem) {
        assertThat(DefinitionMessages.worded(problem.key())).as(problem.key()).isTrue();
        String ja = messages.sentence(problem, Locale.JAPANESE);
        String en = messages.sentence(problem, Locale.ENGLISH);
        assertThat(ja).matches(".*[ぁ-んァ-ヶ].*").doesNotContainPattern("\\{[1-9]}");
        assertThat(en).endsWith(".").doesNotContainPattern("\\{[1-9]}").isNotEqualTo(ja);
        assertThat(messages.line(problem, Locale.ENGLISH))
                .startsWith(problem.file() + " ")
                .contains(problem.pointer())
                .endsWith(en);
    }

    /** What the reader finds, alone and among the other app. */
    private static List<DefinitionProblem> problems(ObjectNode definition) {
        DefinitionReader reader = Definitions.reader();
        DefinitionSource source = Definitions.source(definition);
        List<DefinitionProblem> alone = reader.check(source);
        if (!alone.isEmpty()) {
            return alone;
        }
        DefinitionContent content = reader.read(source);
        DefinitionContent household = reader.read(Definitions.source(Definitions.household()));
        return reader.checkRelations(
                source.file(), content.form(), content.additions(), related -> known(related, content, household));
    }

    private static Optional<OtherApp> known(RelatedApp related, DefinitionContent... contents) {
        return Stream.of(contents)
                .filter(content -> content.code().equals(related.code()))
                .map(content -> new OtherApp(content.form().fields(), content.additions()))
                .findFirst();
    }
}
