package org.mimamori.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {

    private static final LocalTime NINE = LocalTime.of(9, 0);

    @ParameterizedTest
    @CsvSource({
        "HOUR, 2026-05-15T10:29, 2026-05-15T09:30",
        "HOUR, 2026-05-15T10:30, 2026-05-15T10:30",
        "HOUR, 2026-05-15T00:10, 2026-05-14T23:30",
        "DAY, 2026-05-15T08:59, 2026-05-14T09:00",
        "DAY, 2026-05-15T09:00, 2026-05-15T09:00",
        "WEEK, 2026-05-15T12:00, 2026-05-11T09:00",
        "WEEK, 2026-05-18T08:59, 2026-05-11T09:00",
        "WEEK, 2026-05-18T09:00, 2026-05-18T09:00",
        "MONTH, 2026-03-01T00:00, 2026-02-28T09:00",
        "MONTH, 2028-02-29T09:00, 2028-02-29T09:00",
        "MONTH, 2026-05-31T08:00, 2026-04-30T09:00",
        "QUARTER, 2026-05-15T00:00, 2026-05-05T09:00",
        "QUARTER, 2026-05-05T08:00, 2026-02-05T09:00",
        "QUARTER, 2026-01-01T00:00, 2025-11-05T09:00",
        "YEAR, 2026-01-01T00:00, 2025-02-28T09:00",
        "YEAR, 2028-03-01T00:00, 2028-02-29T09:00"
    })
    void wasLastDue(String every, LocalDateTime now, LocalDateTime due) {
        Period period = switch (every) {
            case "HOUR" -> new Period.Hourly(30);
            case "DAY" -> new Period.Daily(NINE);
            case "WEEK" -> new Period.Weekly(DayOfWeek.MONDAY, NINE);
            case "MONTH" -> new Period.Monthly(Period.END_OF_MONTH, NINE);
            case "QUARTER" -> new Period.Quarterly(Period.Quarters.FEB_MAY_AUG_NOV, 5, NINE);
            default -> new Period.Yearly(2, 31, NINE);
        };

        assertThat(period.lastDue(now)).isEqualTo(due);
    }
}
