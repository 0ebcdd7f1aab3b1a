package org.mimamori.engine.formula;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.formula.Bound.One;

/** What Japanese law counts: ages, fiscal and school years, national holidays. Of a blank day all is blank. */
final class CalendarFunctions {

    /**
     * The fiscal year of the state and of schools begins in April (Public Finance Act art. 11; School Education Act
     * enforcement regulations art. 59).
     */
    private static final int APRIL = 4;

    static final List<FormulaFunction> ALL = List.of(
            new FormulaFunction("AGE", 1, 3, CalendarFunctions::age),
            new FormulaFunction("FISCAL_YEAR", 1, 2, CalendarFunctions::fiscalYear),
            DateFunctions.part("SCHOOL_COHORT", CalendarFunctions::cohort),
            new FormulaFunction("HOLIDAY", 1, 1, CalendarFunctions::holiday),
            new FormulaFunction("HOLIDAY_NAME", 1, 1, CalendarFunctions::holidayName));

    private CalendarFunctions() {}

    /**
     * Whole years, or months, of age at the end of a day, today's unless given. A year of age is reached at the end of
     * the day before the birthday (Act on Calculation of Ages, 1902; Civil Code art. 143), so that is the day on which
     * this function counts it; {@code DATEDIF} counts from the birthday itself, as people do when they congratulate.
     */
    private static One age(Arguments args) throws FormulaFault {
        Function<Run, Optional<LocalDate>> birth = args.day(0);
        Function<Run, Optional<LocalDate>> on = args.size() > 1 ? args.day(1) : run -> Optional.of(run.today());
        ChronoUnit unit = args.size() > 2 ? DateFunctions.unit(args, 2) : ChronoUnit.YEARS;
        return new One(
                Kind.NUMBER,
                run -> birth.apply(run)
                        .flatMap(born -> on.apply(run).map(day -> reached(born, day, unit)))
                        .orElse(Value.BLANK));
    }

    private static Value reached(LocalDate born, LocalDate on, ChronoUnit unit) {
        LocalDate endOfDay = on.plusDays(1);
        if (endOfDay.isBefore(born)) {
            throw Uncomputable.VALUE;
        }
        return DateFunctions.decimal(
                unit == ChronoUnit.YEARS ? Period.between(born, endOfDay).getYears() : unit.between(born, endOfDay));
    }

    private static One fiscalYear(Arguments args) throws FormulaFault {
        Function<Run, Optional<LocalDate>> day = args.day(0);
        ToIntFunction<Run> firstMonth = args.whole(1, APRIL);
        return new One(
                Kind.NUMBER,
                run -> day.apply(run)
                        .map(date -> DateFunctions.decimal(fiscalYear(date, month(firstMonth.applyAsInt(run)))))
                        .orElse(Value.BLANK));
    }

    private static int month(int month) {
        if (month < 1 || month > 12) {
            throw Uncomputable.VALUE;
        }
        return month;
    }

    private static long fiscalYear(LocalDate day, int firstMonth) {
        return day.getMonthValue() >= firstMonth ? day.getYear() : day.getYear() - 1L;
    }

    /**
     * The fiscal year of birth for schools. Who is born on 1 April has reached each age on 31 March and goes with the
     * elder children (School Education Act art. 17). Entry to elementary school is in April of the seventh year after.
     */
    private static long cohort(LocalDate birth) {
        return fiscalYear(birth.minusDays(1), APRIL);
    }

    private static One holiday(Arguments args) throws FormulaFault {
        Function<Run, Optional<LocalDate>> day = args.day(0);
        return new One(
                Kind.NUMBER,
                run -> day.apply(run)
                        .map(date -> Arguments.flag(Holidays.find(date).isPresent()))
                        .orElse(Value.BLANK));
    }

    private static One holidayName(Arguments args) throws FormulaFault {
        Function<Run, Optional<LocalDate>> day = args.day(0);
        return new One(
                Kind.TEXT,
                run -> day.apply(run).flatMap(Holidays::find).map(Value::text).orElse(Value.BLANK));
    }
}
