package org.mimamori.engine.field;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.mimamori.engine.problem.FieldProblem;

/** The days a record may hold: the years 1000 to 9999, as in kintone. */
final class DayRange {

    private static final LocalDate FIRST = LocalDate.of(1000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private DayRange() {}

    static void check(FieldCode code, Value value, Consumer<FieldProblem> problems) {
        boolean outside = value instanceof Value.Date(LocalDate date) && outside(date)
                || value instanceof Value.Moment(Instant instant)
                        && outside(LocalDate.ofInstant(instant, ZoneOffset.UTC));
        if (outside) {
            problems.accept(FieldProblem.of(code.text(), "date.outOfRange", FIRST, LAST));
        }
    }

    static void requireDefault(LocalDate day) {
        FieldSettingsFault.unless(!outside(day), "defaultValue", "date.outOfRange", FIRST, LAST);
    }

    private static boolean outside(LocalDate day) {
        return day.isBefore(FIRST) || day.isAfter(LAST);
    }
}
