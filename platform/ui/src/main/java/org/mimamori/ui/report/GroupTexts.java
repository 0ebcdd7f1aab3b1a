package org.mimamori.ui.report;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mimamori.engine.app.Report.Aggregation;
import org.mimamori.engine.app.Report.Group;
import org.mimamori.engine.app.Report.Unit;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.report.Spans;
import org.mimamori.ui.field.DayTexts;
import org.mimamori.ui.field.FieldContext;
import org.mimamori.ui.field.ValueTexts;
import org.mimamori.ui.shell.Words;

/** What people call groups and figures. */
final class GroupTexts {

    private final FieldContext context;
    private final Words words;
    private final ValueTexts values;
    private final Spans spans;

    /** @param zone whose days and hours the groups are */
    GroupTexts(FieldContext context, ZoneId zone) {
        this.context = context;
        this.words = context.words();
        this.values = new ValueTexts(context);
        this.spans = new Spans(zone, context.app().settings().firstMonthOfFiscalYear());
    }

    /** The name of the field, with the unit it is gathered by. */
    String head(Group group) {
        String label = label(group.code());
        return group.per() == null
                ? label
                : words.of("report.headOfUnit", label, words.of("report.unit." + group.per()));
    }

    String head(Aggregation aggregation) {
        FieldCode of = aggregation.code();
        return of == null
                ? words.of("report.function.COUNT")
                : words.of("report.headOfFigure", label(of), words.of("report.function." + aggregation.type()));
    }

    private String label(FieldCode code) {
        return context.app().field(code).map(context::label).orElse(code.text());
    }

    String total() {
        return words.of("report.total");
    }

    String figure(Aggregation aggregation, Value figure) {
        Optional<Field> field = Optional.ofNullable(aggregation.code()).flatMap(context.app()::field);
        return figure instanceof Value.Decimal(var number) && field.isEmpty()
                ? number.toPlainString()
                : field.map(of -> values.column(of, figure)).orElse("");
    }

    String keys(List<Group> groups, List<Value> keys) {
        return IntStream.range(0, keys.size())
                .mapToObj(i -> key(groups.get(i), keys.get(i)))
                .collect(Collectors.joining(" / "));
    }

    String key(Group group, Value key) {
        Unit unit = group.per();
        return switch (key) {
            case Value.Blank blank -> words.of("field.blank");
            case Value.Date(LocalDate start) when unit != null -> span(unit, start);
            case Value.Time(LocalTime time) when unit == Unit.HOUR -> words.of("report.hour", hour(time));
            case Value.Moment moment
            when unit == Unit.HOUR -> hour(moment.instant().atZone(spans.zone()));
            case Value.Moment moment
            when unit != null ->
                day(moment.instant().atZone(spans.zone()).toLocalDate()) + " "
                        + DayTexts.time(moment.instant().atZone(spans.zone()).toLocalTime());
            default ->
                context.app()
                        .field(group.code())
                        .map(field -> values.column(field, key))
                        .orElse("");
        };
    }

    private String hour(ZonedDateTime moment) {
        return day(moment.toLocalDate()) + " " + words.of("report.hour", hour(moment.toLocalTime()));
    }

    private static String hour(LocalTime time) {
        return Integer.toString(time.getHour());
    }

    private String span(Unit unit, LocalDate start) {
        return switch (unit) {
            case FISCAL_YEAR -> words.of("report.fiscalYear", Integer.toString(start.getYear()));
            case YEAR -> words.of("report.year", Integer.toString(start.getYear()));
            case QUARTER -> quarter(start);
            case MONTH -> month(start);
            case WEEK -> words.of("report.week", day(start));
            case DAY, HOUR, MINUTE -> day(start);
        };
    }

    /** Where the fiscal year is the calendar year, nobody says that it is fiscal. */
    private String quarter(LocalDate start) {
        boolean calendar = spans.firstMonth() == Month.JANUARY.getValue();
        return words.of(
                calendar ? "report.quarter" : "report.fiscalQuarter",
                Integer.toString(spans.fiscalYearOf(start)),
                Integer.toString(spans.quarterNumber(start)));
    }

    private String month(LocalDate start) {
        String pattern = context.locale().getLanguage().equals(Locale.JAPANESE.getLanguage()) ? "uuuu年M月" : "MMM uuuu";
        return DateTimeFormatter.ofPattern(pattern, context.locale()).format(YearMonth.from(start));
    }

    private String day(LocalDate day) {
        return DayTexts.column(day, context.locale());
    }
}
