package org.mimamori.engine.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class HolidaysTest {

    /** The Act on National Holidays, as far as it can be calculated; years with rules of their own are left out. */
    @Test
    void theFileSaysWhatTheLawSaysForOrdinaryYears() {
        for (int year = 2022; year <= 2035; year++) {
            assertThat(inFile(year)).as("%d", year).isEqualTo(byLaw(year));
        }
    }

    @Test
    void knowsTheYearsWithRulesOfTheirOwn() {
        assertThat(Holidays.find(LocalDate.of(2019, 5, 1))).contains("天皇の即位の日");
        assertThat(Holidays.find(LocalDate.of(2019, 5, 2))).contains("休日");
        assertThat(Holidays.find(LocalDate.of(2019, 2, 23))).isEmpty();
        assertThat(Holidays.find(LocalDate.of(2018, 12, 23))).contains("天皇誕生日");
        assertThat(Holidays.find(LocalDate.of(2015, 8, 11))).isEmpty();
        assertThat(Holidays.find(LocalDate.of(2016, 8, 11))).contains("山の日");
        assertThat(Holidays.find(LocalDate.of(2020, 7, 24))).contains("スポーツの日");
        assertThat(Holidays.find(LocalDate.of(2020, 10, 12))).isEmpty();
        assertThat(Holidays.find(LocalDate.of(2021, 8, 9))).contains("休日");
    }

    @Test
    void saysNothingOfYearsTheFileDoesNotHold() {
        assertThatThrownBy(() -> Holidays.find(LocalDate.of(2014, 1, 1))).isInstanceOf(Uncomputable.class);
        assertThatThrownBy(() -> Holidays.find(LocalDate.of(2036, 1, 1))).isInstanceOf(Uncomputable.class);
    }

    private static Set<LocalDate> inFile(int year) {
        Set<LocalDate> days = new TreeSet<>();
        LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(day -> Holidays.find(day).isPresent())
                .forEach(days::add);
        return days;
    }

    private static Set<LocalDate> byLaw(int year) {
        Set<LocalDate> named = named(year);
        Set<LocalDate> all = new TreeSet<>(named);
        for (LocalDate day : named) {
            if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                LocalDate after = day.plusDays(1);
                while (named.contains(after)) {
                    after = after.plusDays(1);
                }
                all.add(after);
            }
            if (named.contains(day.plusDays(2))) {
                all.add(day.plusDays(1));
            }
        }
        return all;
    }

    private static Set<LocalDate> named(int year) {
        int since1980 = year - 1980;
        int spring = (int) (20.8431 + 0.242194 * since1980) - since1980 / 4;
        int autumn = (int) (23.2488 + 0.242194 * since1980) - since1980 / 4;
        return new TreeSet<>(Set.of(
                LocalDate.of(year, 1, 1),
                monday(year, 1, 2),
                LocalDate.of(year, 2, 11),
                LocalDate.of(year, 2, 23),
                LocalDate.of(year, 3, spring),
                LocalDate.of(year, 4, 29),
                LocalDate.of(year, 5, 3),
                LocalDate.of(year, 5, 4),
                LocalDate.of(year, 5, 5),
                monday(year, 7, 3),
                LocalDate.of(year, 8, 11),
                monday(year, 9, 3),
                LocalDate.of(year, 9, autumn),
                monday(year, 10, 2),
                LocalDate.of(year, 11, 3),
                LocalDate.of(year, 11, 23)));
    }

    private static LocalDate monday(int year, int month, int ordinal) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, DayOfWeek.MONDAY));
    }
}
