package org.mimamori.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhenTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    /** Thursday 2 April 2026, 0:10 in Tokyo. */
    private final When when = new When(Clock.fixed(Instant.parse("2026-04-01T15:10:00Z"), ZoneOffset.UTC), new Words());

    @ParameterizedTest
    @CsvSource({
        "2026-04-01T15:09:30Z, たった今",
        "2026-04-01T14:55:00Z, 15 分前",
        "2026-04-01T13:00:00Z, 昨日 22:00",
        "2026-03-31T14:00:00Z, 3月31日(火) 23:00",
        "2025-04-01T00:05:00Z, 2025年4月1日(火) 9:05"
    })
    void saysHowLongAgoItWas(Instant instant, String said) {
        assertThat(when.ago(instant, TOKYO)).isEqualTo(said);
    }

    @Test
    void knowsWhichDayItIsForTheReader() {
        assertThat(when.today(TOKYO)).isEqualTo("2026-04-02");
        assertThat(when.today(ZoneOffset.UTC)).isEqualTo("2026-04-01");
    }

    @Test
    void takesAMomentThatIsSlightlyAheadForNow() {
        assertThat(when.ago(Instant.parse("2026-04-01T15:10:05Z"), TOKYO)).isEqualTo("たった今");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-01, 令和8年4月1日",
        "2019-05-01, 令和元年5月1日",
        "2019-04-30, 平成31年4月30日",
        "1989-01-07, 昭和64年1月7日",
        "1989-01-08, 平成元年1月8日"
    })
    void writesTheEraAsPapersDo(LocalDate day, String written) {
        assertThat(when.era(day)).isEqualTo(written);
    }
}
