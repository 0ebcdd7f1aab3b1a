package org.mimamori.ui.list;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The ways to say which day is meant: a day of the calendar, or a function of the query language. */
enum DayKind {
    DATE,
    NOW,
    TODAY,
    YESTERDAY,
    TOMORROW,
    FROM_TODAY,
    THIS_WEEK,
    LAST_WEEK,
    NEXT_WEEK,
    THIS_MONTH,
    LAST_MONTH,
    NEXT_MONTH,
    THIS_YEAR,
    LAST_YEAR,
    NEXT_YEAR;

    /** What a function of a week or a month may be narrowed to; the empty text stands for all of it. */
    List<String> details() {
        return switch (this) {
            case THIS_WEEK, LAST_WEEK, NEXT_WEEK ->
                Stream.concat(
                                Stream.of(""),
                                IntStream.range(0, 7)
                                        .mapToObj(day ->
                                                DayOfWeek.SUNDAY.plus(day).name()))
                        .toList();
            case THIS_MONTH, LAST_MONTH, NEXT_MONTH ->
                Stream.concat(
                                Stream.of(""),
                                Stream.concat(
                                        IntStream.rangeClosed(1, 31).mapToObj(Integer::toString), Stream.of("LAST")))
                        .toList();
            case DATE, NOW, TODAY, YESTERDAY, TOMORROW, FROM_TODAY, THIS_YEAR, LAST_YEAR, NEXT_YEAR -> List.of();
        };
    }

    static Optional<DayKind> ofFunction(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind != DATE && kind.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
