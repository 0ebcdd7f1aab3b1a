package org.mimamori.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mimamori.engine.problem.DefinitionProblem;
import org.mimamori.engine.problem.QueryFault;
import org.mimamori.engine.query.Expected;

/** Words for what is wrong with a definition, in both languages. */
class DefinitionMessagesTest {

    private final DefinitionMessages messages = new DefinitionMessages();

    @Test
    void haveTheSameKeysInBothLanguages() {
        assertThat(bundle(Locale.JAPANESE).keySet())
                .isEqualTo(bundle(Locale.ENGLISH).keySet());
    }

    @ParameterizedTest
    @MethodSource("keysOfQueries")
    void wordEveryFaultOfACondition(String key) {
        assertThat(DefinitionMessages.worded(key)).as(key).isTrue();
    }

    static Stream<String> keysOfQueries() {
        return Stream.concat(
                Arrays.stream(QueryFault.values()).map(fault -> "query." + fault.name()),
                Arrays.stream(Expected.values()).map(expected -> "query.syntax." + expected.key()));
    }

    @Test
    void putWhatTheyMentionIntoTheSentence() {
        DefinitionProblem problem =
                DefinitionProblem.of("a/app.json", "/fields/x", "field.typeChanged", "x", "NUMBER", "DATE");

        assertThat(messages.sentence(problem, Locale.JAPAN))
                .isEqualTo("使い始めたフィールド「x」のタイプは変えられません（NUMBER から DATE へ）。新しいコードのフィールドを足してください。");
        assertThat(messages.line(problem, Locale.ENGLISH))
                .isEqualTo("a/app.json /fields/x: The type of the field \"x\" cannot change once it is in use"
                        + " (from NUMBER to DATE). Add a field with a new code instead.");
    }

    @Test
    void speakEnglishToWhoReadsNeither() {
        DefinitionProblem problem = DefinitionProblem.of("a", "", "settings.required");

        assertThat(messages.sentence(problem, Locale.FRENCH)).isEqualTo("This setting must be given.");
    }

    @Test
    void showTheKeyOfAFaultThatAPlugInLeftWithoutWords() {
        DefinitionProblem problem = new DefinitionProblem("a", "/fields/x", "stars.tooMany", List.of(7));

        assertThat(messages.sentence(problem, Locale.ENGLISH))
                .contains("stars.tooMany")
                .contains("7");
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("org.mimamori.engine.app.definition-messages", locale);
    }
}
