package org.mimamori.engine.app;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.function.IntPredicate;

/** How often something is due, on the clock of the installation. */
public sealed interface Period {

    /** The day of the month that stands for the last, whichever it is. */
    int END_OF_MONTH = 32;

    /** The last time it was due, at or before now. */
    LocalDateTime lastDue(LocalDateTime now);

    /** Once a year. In a month that lacks the day, on its last. */
    record Yearly(int month, int dayOfMonth, LocalTime time) implements Period {
        @Override
        public LocalDateTime lastDue(LocalDateTime now) {
            return lastInMonths(now, one -> one == month, dayOfMonth, time);
        }
    }

    /** In every third month. */
    record Quarterly(Quarters pattern, int dayOfMonth, LocalTime time) implements Period {
        @Override
        public LocalDateTime lastDue(LocalDateTime now) {
            return lastInMonths(now, one -> one % 3 == pattern.firstMonth() % 3, dayOfMonth, time);
        }
    }

    /** Once a month. */
    record Monthly(int dayOfMonth, LocalTime time) implements Period {
        @Override
        public LocalDateTime lastDue(LocalDateTime now) {
            return lastInMonths(now, one -> true, dayOfMonth, time);
        }
    }

    /** Once a week. */
    record Weekly(DayOfWeek dayOfWeek, LocalTime time) implements Period {
        @Override
        public LocalDateTime lastDue(LocalDateTime now) {
            LocalDateTime due = now.toLocalDate()
                    .with(TemporalAdjusters.previousOrSame(dayOfWeek))
                    .atTime(time);
            return due.isAfter(now) ? due.minusWeeks(1) : due;
        }
    }

    /** Every day. */
    record Daily(LocalTime time) implements Period {
        @Override
        public LocalDateTime lastDue(LocalDateTime now) {
            LocalDateTime due = now.toLocalDate().atTime(time);
            return due.isAfter(now) ? due.minusDays(1) : due;
        }
    }

    /** Every hour. */
    record Hourly(int minute) implements Period {
        @Override
        public LocalDateTime lastDue(LocalDateTime now) {
            LocalDateTime due = now.truncatedTo(ChronoUnit.HOURS).plusMinutes(minute);
            return due.isAfter(now) ? due.minusHours(1) : due;
        }
    }

    /** The months that start a quarter. */
    enum Quarters {
        JAN_APR_JUL_OCT,
        FEB_MAY_AUG_NOV,
        MAR_JUN_SEP_DEC;

        int firstMonth() {
            return ordinal() + 1;
        }
    }

    private static LocalDateTime lastInMonths(LocalDateTime now, IntPredicate months, int day, LocalTime time) {
        YearMonth month = YearMonth.from(now);
        LocalDateTime due = due(month, day, time);
        while (due.isAfter(now) || !months.test(month.getMonthValue())) {
            month = month.minusMonths(1);
            due = due(month, day, time);
        }
        return due;
    }

    private static LocalDateTime due(YearMonth month, int day, LocalTime time) {
        return month.atDay(Math.min(day, month.lengthOfMonth())).atTime(time);
    }
}
