package org.mimamori.engine.report;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.mimamori.engine.app.Report.Unit;
import org.mimamori.engine.field.Value;

/**
 * Units of time as groups have them. A unit goes by where it starts: a day for units of days, a time of day or an
 * instant for hours and minutes.
 *
 * @param zone whose wall clock says when days and hours start
 * @param firstMonth first month of the fiscal year, 1 to 12
 */
public record Spans(ZoneId zone, int firstMonth) {

    private static final int MONTHS = 12;
    private static final int QUARTER = 3;

    /** Where the unit starts that a day, time or instant lies in. */
    Value start(Unit unit, Value within) {
        return switch (within) {
            case Value.Date(LocalDate date) -> new Value.Date(start(unit, date));
            case Value.Time(LocalTime time) ->
                new Value.Time(unit == Unit.HOUR ? time.truncatedTo(ChronoUnit.HOURS) : time);
            case Value.Moment moment ->
                start(unit, moment.instant().atZone(zone).toLocalDateTime());
            case Value.Blank blank -> blank;
            default -> throw new IllegalArgumentException("no time: " + within);
        };
    }

    private Value start(Unit unit, LocalDateTime time) {
        return switch (unit) {
            case HOUR -> moment(time.truncatedTo(ChronoUnit.HOURS));
            case MINUTE -> moment(time.truncatedTo(ChronoUnit.MINUTES));
            case FISCAL_YEAR, YEAR, QUARTER, MONTH, WEEK, DAY -> new Value.Date(start(unit, time.toLocalDate()));
        };
    }

    private Value moment(LocalDateTime time) {
        return new Value.Moment(time.atZone(zone).toInstant());
    }

    private LocalDate start(Unit unit, LocalDate day) {
        return switch (unit) {
            case FISCAL_YEAR -> fiscalYear(day);
            case YEAR -> day.withDayOfYear(1);
            case QUARTER -> quarter(day);
            case MONTH -> day.withDayOfMonth(1);
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
            case DAY, HOUR, MINUTE -> day;
        };
    }

    private LocalDate fiscalYear(LocalDate day) {
        LocalDate start = LocalDate.of(day.getYear(), Month.of(firstMonth), 1);
        return start.isAfter(day) ? start.minusYears(1) : start;
    }

    private LocalDate quarter(LocalDate day) {
        int into = Math.floorMod(day.getMonthValue() - firstMonth, MONTHS);
        return day.withDayOfMonth(1).minusMonths(into % QUARTER);
    }

    /** The number of the quarter in its fiscal year, from 1. */
    public int quarterNumber(LocalDate start) {
        return Math.floorMod(start.getMonthValue() - firstMonth, MONTHS) / QUARTER + 1;
    }

    /** The calendar year in which the fiscal year of a day began. */
    public int fiscalYearOf(LocalDate day) {
        return fiscalYear(day).getYear();
    }

    /** Where the next unit starts. */
    static LocalDate next(Unit unit, LocalDate start) {
        return switch (unit) {
            case FISCAL_YEAR, YEAR -> start.plusYears(1);
            case QUARTER -> start.plusMonths(QUARTER);
            case MONTH -> start.plusMonths(1);
            case WEEK -> start.plusWeeks(1);
            case DAY, HOUR, MINUTE -> start.plusDays(1);
        };
    }
}
