package org.mimamori.api.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.field.FieldMessages;
import org.mimamori.engine.text.LocalText;

class WordsTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\d[^}]*}");

    private final Words words = new Words();

    @Test
    void saysEverythingInEveryLanguage() {
        Set<String> english = words.in(Locale.ENGLISH).keySet();

        assertThat(words.in(Locale.JAPANESE).keySet()).isEqualTo(english);
        assertThat(words.in(Locale.CHINESE).keySet()).isEqualTo(english);
    }

    @Test
    void usesTheSameArgumentsForPlacesInEnglishAndJapanese() {
        // kintone's own Japanese texts leave some arguments out; none may ask for one that English does not know.
        words.in(Locale.JAPANESE).forEach((key, text) -> {
            if (!key.startsWith("GAIA_I")) {
                assertThat(places(text))
                        .as(key)
                        .isEqualTo(places(words.in(Locale.ENGLISH).get(key)));
            }
        });
    }

    @Test
    void saysEverythingThatCanBeWrongWithAValue() {
        FieldMessages.OF_VALUES.forEach(
                key -> assertThat(words.in(Locale.ENGLISH)).as(key).containsKey("field." + key));
    }

    @Test
    void putsArgumentsIn() {
        assertThat(words.get(Locale.ENGLISH, "field.text.tooLong", 5)).isEqualTo("Enter less than 6 characters.");
        assertThat(words.get(Locale.JAPANESE, "field.text.tooShort", 2)).isEqualTo("1文字より長くなければなりません。");
        assertThat(words.get(Locale.ENGLISH, "field.option.unknown", "$1 \\ {0}"))
                .isEqualTo("The value, \"$1 \\ {0}\", is not in options.");
    }

    @Test
    void saysABuildersOwnMessageInTheReadersLanguage() {
        LocalText message = LocalText.of("欠席の理由を書いてください。", "en", "Give the reason of the absence.");

        assertThat(words.find(Locale.ENGLISH, "field.rule", List.of(message)))
                .isEqualTo("Give the reason of the absence.");
        assertThat(words.find(Locale.JAPANESE, "field.rule", List.of(message))).isEqualTo("欠席の理由を書いてください。");
    }

    @Test
    void hasNoWordsForWhatNobodyCanSay() {
        assertThat(words.find(Locale.ENGLISH, "field.unheardOf", List.of())).isNull();
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }
}
