package org.mimamori.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The bundles of words, all of them together. */
class WordsTest {

    private final Map<String, String> japanese = WordBundles.load().texts().get("ja");
    private final Map<String, String> english = WordBundles.load().texts().get("en");

    @Test
    void hasEveryTextInBothLanguages() {
        assertThat(japanese.keySet()).isNotEmpty().containsExactlyInAnyOrderElementsOf(english.keySet());
    }

    @Test
    void leavesNoTextEmptyInBothLanguages() {
        // Some particle of a sentence may be silent in one of them.
        japanese.forEach(
                (key, text) -> assertThat(text + english.get(key)).as(key).isNotBlank());
    }

    @Test
    void saysTheSameThingsInBothLanguages() {
        // An English era needs no month and day; everything else must not lose a part of the sentence.
        japanese.forEach((key, text) -> {
            if (!key.equals("when.era")) {
                assertThat(placeholders(english.get(key))).as(key).isEqualTo(placeholders(text));
            }
        });
    }

    @Test
    void holdsOnlyWellFormedPatterns() {
        japanese.forEach((key, text) -> new MessageFormat(text, Locale.JAPANESE));
        english.forEach((key, text) -> new MessageFormat(text, Locale.ENGLISH));
    }

    @Test
    void usesNoSingleApostropheWhichAPatternWouldSwallow() {
        assertThat(english).allSatisfy((key, text) -> assertThat(text).as(key).doesNotContainPattern("(?<!')'(?!')"));
        assertThat(japanese).allSatisfy((key, text) -> assertThat(text).as(key).doesNotContainPattern("(?<!')'(?!')"));
    }

    @Test
    void speaksJapaneseToReadersOfOtherLanguages() {
        assertThat(new Words().getTranslation("home.title", Locale.FRENCH)).isEqualTo("ホーム");
        assertThat(new Words().getTranslation("home.title", Locale.UK)).isEqualTo("Home");
    }

    private static TreeSet<String> placeholders(String text) {
        return Pattern.compile("\\{(\\d+)")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
