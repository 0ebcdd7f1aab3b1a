package org.mimamori.api.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ja | ja",
                "en-US,en;q=0.9 | en",
                "fr, zh-CN;q=0.5 | zh",
                "de;q=0.9, en;q=0.3, ja;q=0.8 | ja",
                "* | ja",
                "fr | ja",
                "en;q=0 | ja",
                "not a header!! ;;q= | ja"
            })
    void choosesTheLanguageTheCallerLikesBest(String header, String language) {
        assertThat(new Languages(Locale.JAPANESE).choose(header).getLanguage()).isEqualTo(language);
    }

    @Test
    void fallsBackWithoutAHeader() {
        assertThat(new Languages(Locale.ENGLISH).choose(null)).isEqualTo(Locale.ENGLISH);
        assertThat(new Languages(Locale.JAPAN).choose(null)).isEqualTo(Locale.JAPANESE);
        assertThat(new Languages(Locale.FRENCH).choose("")).isEqualTo(Locale.ENGLISH);
    }
}
