package org.mimamori.ui.shell;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.chrono.JapaneseDate;
import java.time.chrono.JapaneseEra;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** How days and moments are written for a reader: 2026年4月1日(水), 令和8年4月1日, 5分前. */
@Component
public final class When {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

    private final Clock clock;
    private final Words words;

    When(Clock clock, Words words) {
        this.clock = clock;
        this.words = words;
    }

    /** A day with its weekday. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(words.of("when.day"), words.locale()).format(day);
    }

    /** A day of this year without the year, any other with it. */
    public String shortDay(LocalDate day, LocalDate today) {
        String pattern = day.getYear() == today.getYear() ? "when.dayOfYear" : "when.day";
        return DateTimeFormatter.ofPattern(words.of(pattern), words.locale()).format(day);
    }

    /** A day by the Japanese era, the first year written 元年 as official papers have it. */
    public String era(LocalDate day) {
        JapaneseDate date = JapaneseDate.from(day);
        int year = date.get(ChronoField.YEAR_OF_ERA);
        String era = ((JapaneseEra) date.getEra()).getDisplayName(TextStyle.FULL, words.locale());
        String written = year == 1 ? words.of("when.firstYear") : Integer.toString(year);
        return words.of("when.era", era, written, day.getMonthValue(), day.getDayOfMonth());
    }

    /** A moment on the reader's wall. */
    public String moment(Instant instant, ZoneId zone) {
        ZonedDateTime local = instant.atZone(zone);
        return words.of("when.moment", day(local.toLocalDate()), TIME.format(local));
    }

    /** How long ago a moment is, as people say it; from the day before yesterday on, the day itself. */
    public String ago(Instant instant, ZoneId zone) {
        Duration since = Duration.between(instant, clock.instant());
        ZonedDateTime local = instant.atZone(zone);
        LocalDate day = local.toLocalDate();
        LocalDate today = today(zone);
        if (since.compareTo(Duration.ofMinutes(1)) < 0) {
            return words.of("when.now");
        }
        if (since.compareTo(Duration.ofHours(1)) < 0) {
            return words.of("when.minutes", since.toMinutes());
        }
        if (day.equals(today)) {
            return words.of("when.today", TIME.format(local));
        }
        if (day.equals(today.minusDays(1))) {
            return words.of("when.yesterday", TIME.format(local));
        }
        return words.of("when.moment", shortDay(day, today), TIME.format(local));
    }

    /** The day it is for somebody in the zone. */
    public LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** The hour it is for somebody in the zone, 0 to 23. */
    public int hour(ZoneId zone) {
        return clock.instant().atZone(zone).getHour();
    }
}
