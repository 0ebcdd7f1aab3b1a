package org.mimamori.engine.formula;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.formula.Bound.One;

/**
 * Days and times. {@code DATE_FORMAT} is kintone's; the others are ours, named and counted as spreadsheets do. They
 * work on days: of a moment on the wall of the run's zone, of a number of seconds in UTC. Of a blank day all is blank.
 */
final class DateFunctions {

    private static final Map<String, ChronoUnit> UNITS =
            Map.of("D", ChronoUnit.DAYS, "M", ChronoUnit.MONTHS, "Y", ChronoUnit.YEARS);

    static final List<FormulaFunction> ALL = List.of(
            new FormulaFunction("DATE_FORMAT", 3, 3, DateFunctions::format),
            new FormulaFunction("TODAY", 0, 0, args -> new One(Kind.DATE, run -> new Value.Date(run.today()))),
            new FormulaFunction("NOW", 0, 0, args -> new One(Kind.MOMENT, run -> new Value.Moment(run.now()))),
            new FormulaFunction("DATE", 3, 3, DateFunctions::date),
            part("YEAR", LocalDate::getYear),
            part("MONTH", LocalDate::getMonthValue),
            part("DAY", LocalDate::getDayOfMonth),
            part("WEEKDAY", day -> day.getDayOfWeek().getValue() % 7 + 1L),
            shift("EDATE", LocalDate::plusMonths),
            shift("EOMONTH", (day, months) -> day.plusMonths(months).with(TemporalAdjusters.lastDayOfMonth())),
            new FormulaFunction("DATEDIF", 3, 3, DateFunctions::difference));

    private DateFunctions() {}

    /** A day so many months on. */
    private interface Shift {
        LocalDate by(LocalDate day, int months);
    }

    static FormulaFunction part(String name, ToLongFunction<LocalDate> part) {
        return new FormulaFunction(name, 1, 1, args -> {
            Function<Run, Optional<LocalDate>> day = args.day(0);
            return new One(
                    Kind.NUMBER,
                    run -> day.apply(run)
                            .map(part::applyAsLong)
                            .map(DateFunctions::decimal)
                            .orElse(Value.BLANK));
        });
    }

    static Value decimal(long number) {
        return new Value.Decimal(BigDecimal.valueOf(number));
    }

    private static FormulaFunction shift(String name, Shift shift) {
        return new FormulaFunction(name, 2, 2, args -> {
            Function<Run, Optional<LocalDate>> day = args.day(0);
            ToIntFunction<Run> months = args.whole(1);
            return new One(
                    Kind.DATE,
                    run -> day.apply(run)
                            .map(from -> within(() -> shift.by(from, months.applyAsInt(run))))
                            .orElse(Value.BLANK));
        });
    }

    /** The day of a year, month and day, which may run over: the 13th month is January of the next year. */
    private static One date(Arguments args) throws FormulaFault {
        ToIntFunction<Run> year = args.whole(0);
        ToIntFunction<Run> month = args.whole(1);
        ToIntFunction<Run> day = args.whole(2);
        return new One(
                Kind.DATE,
                run -> within(() -> LocalDate.of(year.applyAsInt(run), 1, 1)
                        .plusMonths(month.applyAsInt(run) - 1L)
                        .plusDays(day.applyAsInt(run) - 1L)));
    }

    private static Value within(Supplier<LocalDate> day) {
        try {
            return Conversions.day(day.get());
        } catch (DateTimeException e) {
            throw Uncomputable.VALUE;
        }
    }

    /** Whole days, months or years from one day to another; less than nothing when the other is earlier. */
    private static One difference(Arguments args) throws FormulaFault {
        Function<Run, Optional<LocalDate>> from = args.day(0);
        Function<Run, Optional<LocalDate>> to = args.day(1);
        ChronoUnit unit = unit(args, 2);
        return new One(
                Kind.NUMBER,
                run -> from.apply(run)
                        .flatMap(start -> to.apply(run).map(end -> decimal(unit.between(start, end))))
                        .orElse(Value.BLANK));
    }

    /** The unit an argument names; it must be written out, so that a wrong one is found when the app is deployed. */
    static ChronoUnit unit(Arguments args, int index) throws FormulaFault {
        String unit = args.literal(index).orElseThrow(() -> args.wrongType(index));
        ChronoUnit found = UNITS.get(unit.toUpperCase(Locale.ROOT));
        if (found == null) {
            throw new FormulaFault("formula.badUnit", unit);
        }
        return found;
    }

    private static One format(Arguments args) throws FormulaFault {
        One moment = args.one(0);
        if (!moment.kind().isNumeric()) {
            throw args.wrongType(0);
        }
        Function<Run, DatePattern> pattern = pattern(args);
        Function<Run, ZoneId> zone = zone(args);
        return new One(Kind.TEXT, run -> {
            Value value = moment.of().value(run);
            if (value.isBlank()) {
                return value;
            }
            BigDecimal seconds = Conversions.number(value, moment.kind());
            return Conversions.text(
                    pattern.apply(run).write(Conversions.instant(seconds).atZone(zone.apply(run))));
        });
    }

    private static Function<Run, DatePattern> pattern(Arguments args) throws FormulaFault {
        Optional<String> literal = args.literal(1);
        if (literal.isPresent()) {
            DatePattern pattern = DatePattern.find(literal.get())
                    .orElseThrow(() -> new FormulaFault("formula.badPattern", literal.get()));
            return run -> pattern;
        }
        Function<Run, String> text = args.text(1);
        return run -> DatePattern.find(text.apply(run)).orElseThrow(() -> Uncomputable.VALUE);
    }

    /** The zone by its name, or "system" for that of the installation. */
    private static Function<Run, ZoneId> zone(Arguments args) throws FormulaFault {
        Optional<String> literal = args.literal(2);
        Function<Run, String> name = args.text(2);
        if (literal.isPresent()
                && !isSystem(literal.get())
                && findZone(literal.get()).isEmpty()) {
            throw new FormulaFault("formula.badZone", literal.get());
        }
        return run -> isSystem(name.apply(run))
                ? run.zone()
                : findZone(name.apply(run)).orElseThrow(() -> Uncomputable.VALUE);
    }

    private static boolean isSystem(String zone) {
        return zone.equalsIgnoreCase("system");
    }

    private static Optional<ZoneId> findZone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
