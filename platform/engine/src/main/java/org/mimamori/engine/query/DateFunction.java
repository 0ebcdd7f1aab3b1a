package org.mimamori.engine.query;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mimamori.engine.problem.QueryFault;
import org.mimamori.engine.query.Condition.Operand.Call;

/** The functions that stand for days, as kintone's query language has them. Weeks run from Sunday to Saturday. */
enum DateFunction {
    TODAY(0, 0),
    YESTERDAY(0, 0),
    TOMORROW(0, 0),
    FROM_TODAY(2, 2),
    THIS_WEEK(0, 1),
    LAST_WEEK(0, 1),
    NEXT_WEEK(0, 1),
    THIS_MONTH(0, 1),
    LAST_MONTH(0, 1),
    NEXT_MONTH(0, 1),
    THIS_YEAR(0, 0),
    LAST_YEAR(0, 0),
    NEXT_YEAR(0, 0);

    /** More days than lie between the years 1000 and 9999, where the days of records are. */
    private static final int MAX_STEP = 9_999_999;

    private final int fewestArguments;
    private final int mostArguments;

    DateFunction(int fewestArguments, int mostArguments) {
        this.fewestArguments = fewestArguments;
        this.mostArguments = mostArguments;
    }

    /** Days from one to just before another. */
    record Span(LocalDate from, LocalDate toExclusive) {
        static Span day(LocalDate day) {
            return new Span(day, day.plusDays(1));
        }
    }

    static Optional<DateFunction> find(String name) {
        return Arrays.stream(values())
                .filter(f -> f.name().equalsIgnoreCase(name))
                .findFirst();
    }

    Span span(Call call, LocalDate today) {
        int given = call.args().size();
        if (given < fewestArguments || given > mostArguments) {
            throw Refusal.of(QueryFault.WRONG_ARGUMENT_COUNT, name());
        }
        return switch (this) {
            case TODAY -> Span.day(today);
            case YESTERDAY -> Span.day(today.minusDays(1));
            case TOMORROW -> Span.day(today.plusDays(1));
            case FROM_TODAY -> Span.day(step(call.args(), today));
            case THIS_WEEK -> week(today, call.args());
            case LAST_WEEK -> week(today.minusWeeks(1), call.args());
            case NEXT_WEEK -> week(today.plusWeeks(1), call.args());
            case THIS_MONTH -> month(today.withDayOfMonth(1), call.args());
            case LAST_MONTH -> month(today.withDayOfMonth(1).minusMonths(1), call.args());
            case NEXT_MONTH -> month(today.withDayOfMonth(1).plusMonths(1), call.args());
            case THIS_YEAR -> year(today.getYear());
            case LAST_YEAR -> year(today.getYear() - 1);
            case NEXT_YEAR -> year(today.getYear() + 1);
        };
    }

    private LocalDate step(List<String> args, LocalDate today) {
        int amount = findWhole(args.get(0))
                .filter(n -> n >= -MAX_STEP && n <= MAX_STEP)
                .orElseThrow(() -> Refusal.of(QueryFault.BAD_AMOUNT, name(), args.get(0)));
        ChronoUnit unit = switch (args.get(1).toUpperCase(Locale.ROOT)) {
            case "DAYS" -> ChronoUnit.DAYS;
            case "WEEKS" -> ChronoUnit.WEEKS;
            case "MONTHS" -> ChronoUnit.MONTHS;
            case "YEARS" -> ChronoUnit.YEARS;
            default -> throw Refusal.of(QueryFault.BAD_UNIT, name(), args.get(1));
        };
        return today.plus(amount, unit);
    }

    private static Optional<Integer> findWhole(String arg) {
        try {
            return Optional.of(Integer.valueOf(arg));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Span week(LocalDate within, List<String> args) {
        LocalDate sunday = within.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        if (args.isEmpty()) {
            return new Span(sunday, sunday.plusWeeks(1));
        }
        DayOfWeek weekday = Arrays.stream(DayOfWeek.values())
                .filter(d -> d.name().equalsIgnoreCase(args.getFirst()))
                .findFirst()
                .orElseThrow(() -> Refusal.of(QueryFault.BAD_WEEKDAY, name(), args.getFirst()));
        return Span.day(sunday.with(TemporalAdjusters.nextOrSame(weekday)));
    }

    private Span month(LocalDate first, List<String> args) {
        if (args.isEmpty()) {
            return new Span(first, first.plusMonths(1));
        }
        String day = args.getFirst();
        if (day.equalsIgnoreCase("LAST")) {
            return Span.day(first.plusMonths(1).minusDays(1));
        }
        int number = findWhole(day)
                .filter(n -> n >= 1 && n <= 31)
                .orElseThrow(() -> Refusal.of(QueryFault.BAD_DAY_NUMBER, name(), day));
        // kintone: a day that the month lacks means the first day of the month after it.
        return Span.day(number > first.lengthOfMonth() ? first.plusMonths(1) : first.withDayOfMonth(number));
    }

    private static Span year(int year) {
        return new Span(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
    }
}
