package org.mimamori.engine.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mimamori.engine.app.Notifications.Timing;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;

/** When a reminder is due, and which dates are due in a span of time. */
class DueTest {

    private static Due due(int days, int hours, @Nullable String time, String zone) {
        LocalTime at = time == null ? null : LocalTime.parse(time);
        return new Due(new Timing(new FieldCode("d"), days, hours, at), ZoneId.of(zone));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-15, -1,  0, 09:00, Asia/Tokyo,       2026-05-14T00:00:00Z",
        "2026-05-15,  0,  0, 00:00, Asia/Tokyo,       2026-05-14T15:00:00Z",
        "2026-05-15,  3,  2,      , Asia/Tokyo,       2026-05-17T17:00:00Z",
        "2026-05-15,  0, -1,      , Asia/Tokyo,       2026-05-14T14:00:00Z",
        "2024-02-28,  1,  0, 09:00, Asia/Tokyo,       2024-02-29T00:00:00Z",
        "2026-03-28,  1,  0, 09:00, Europe/Berlin,    2026-03-29T07:00:00Z",
        "2026-03-07,  1,  0, 02:30, America/New_York, 2026-03-08T07:30:00Z",
    })
    void countsFromADate(LocalDate base, int days, int hours, @Nullable String time, String zone, Instant expected) {
        assertThat(due(days, hours, time, zone).of(new Value.Date(base))).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-15T01:30:00Z,  0, -2,      , Asia/Tokyo,    2026-05-14T23:30:00Z",
        "2026-05-15T01:30:00Z, -1,  0,      , Asia/Tokyo,    2026-05-14T01:30:00Z",
        "2026-05-15T01:30:00Z,  0,  0, 09:00, Asia/Tokyo,    2026-05-15T00:00:00Z",
        "2026-05-14T15:30:00Z,  1,  0, 09:00, Asia/Tokyo,    2026-05-16T00:00:00Z",
        "2026-03-28T11:00:00Z,  1,  0,      , Europe/Berlin, 2026-03-29T10:00:00Z",
    })
    void countsFromAMoment(Instant base, int days, int hours, @Nullable String time, String zone, Instant expected) {
        assertThat(due(days, hours, time, zone).of(new Value.Moment(base))).contains(expected);
    }

    @Test
    void neverComesForABlankValue() {
        assertThat(due(0, 0, "09:00", "Asia/Tokyo").of(Value.BLANK)).isEmpty();
    }

    @Test
    void findsTheDaysThatAreDueInASpanAndOnlyThose() {
        Due due = due(-1, 0, "09:00", "Asia/Tokyo");

        assertThat(due.dates(Instant.parse("2026-05-13T23:59:59Z"), Instant.parse("2026-05-14T00:00:00Z")))
                .contains(new Due.Span(
                        new Value.Date(LocalDate.of(2026, 5, 15)), new Value.Date(LocalDate.of(2026, 5, 16))));
        assertThat(due.dates(Instant.parse("2026-05-14T00:00:00Z"), Instant.parse("2026-05-14T23:59:59Z")))
                .isEmpty();
        assertThat(due.dates(Instant.parse("2026-05-10T00:00:00Z"), Instant.parse("2026-05-14T00:00:00Z")))
                .contains(new Due.Span(
                        new Value.Date(LocalDate.of(2026, 5, 12)), new Value.Date(LocalDate.of(2026, 5, 16))));
    }

    /** Whatever is due in a span lies in what is asked of the store for it. */
    @ParameterizedTest
    @CsvSource({
        "0,0,",
        "0,-2,",
        "-1,0,09:00",
        "7,5,",
        "-10000,0,23:50",
        "0,10000,",
        "30,-10000,",
    })
    void asksTheStoreForEverythingThatIsDue(int days, int hours, @Nullable String time) {
        for (String zone : new String[] {"Asia/Tokyo", "Europe/Berlin", "America/New_York"}) {
            Due due = due(days, hours, time, zone);
            for (int step = 0; step < 400; step++) {
                Instant base = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(step * 86_400L + step * 977L);
                Instant at = due.of(new Value.Moment(base)).orElseThrow();
                Due.Span span = due.moments(at.minusSeconds(30), at).orElseThrow();
                assertThat(inside(span, base)).as("%s %s", zone, base).isTrue();
                LocalDate date = LocalDate.ofInstant(base, ZoneId.of(zone));
                Instant atDate = due.of(new Value.Date(date)).orElseThrow();
                Due.Span dates = due.dates(atDate.minusSeconds(30), atDate).orElseThrow();
                assertThat(dates.from()).as("%s %s", zone, date).isEqualTo(new Value.Date(date));
            }
        }
    }

    private static boolean inside(Due.Span span, Instant base) {
        return span.from() instanceof Value.Moment(Instant from)
                && span.toExclusive() instanceof Value.Moment(Instant to)
                && !base.isBefore(from)
                && base.isBefore(to);
    }
}
