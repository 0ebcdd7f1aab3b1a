package org.mimamori.engine.report;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.Report;
import org.mimamori.engine.app.Report.Group;
import org.mimamori.engine.app.Report.Unit;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.Operator;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.query.Condition;
import org.mimamori.engine.query.Condition.Operand;

/**
 * The condition that the records of a group meet, and the records of no other group: what leads from a bar to a list.
 */
public final class GroupCondition {

    private final AppDefinition app;
    private final Report report;
    private final ZoneId zone;

    /** @param zone whose days and hours the groups are */
    public GroupCondition(AppDefinition app, Report report, ZoneId zone) {
        this.app = app;
        this.report = report;
        this.zone = zone;
    }

    /**
     * The report's own condition and that of a group, as text of the query language.
     *
     * @param keys those of the group, or of its first levels
     */
    public String of(List<Value> keys) {
        List<Condition> parts = new ArrayList<>();
        Condition.parse(report.filterCond()).ifPresent(parts::add);
        for (int i = 0; i < keys.size(); i++) {
            Group group = report.groups().get(i);
            Value key = keys.get(i);
            app.field(group.code()).ifPresent(field -> parts.addAll(tests(field, group.per(), key)));
        }
        return Condition.all(parts).map(Condition::text).orElse("");
    }

    private List<Condition> tests(Field field, @Nullable Unit unit, Value key) {
        return switch (key) {
            case Value.Blank blank -> List.of(Condition.Test.of(field.code().text(), Operator.IS_EMPTY));
            case Value.Date(LocalDate date) -> days(field, unit == null ? Unit.DAY : unit, date);
            case Value.Time(LocalTime time) -> times(field, unit, time);
            case Value.Moment(Instant instant) ->
                range(field, instant.toString(), instant.plus(length(unit)).toString());
            case Value.Text(String text) -> List.of(same(field, text));
            case Value.Decimal(BigDecimal number) ->
                List.of(same(field, field.decimalForm().write(number)));
            case Value.Choice(String option) -> List.of(among(field, option));
            case Value.Entity(var ref) -> List.of(among(field, ref.code()));
            case Value.Choices choices -> throw new IllegalArgumentException("no single value: " + choices);
            case Value.Entities entities -> throw new IllegalArgumentException("no single value: " + entities);
            case Value.Files files -> throw new IllegalArgumentException("no single value: " + files);
            case Value.Rows rows -> throw new IllegalArgumentException("no single value: " + rows);
        };
    }

    /** Days of a field of days, or the instants on them. */
    private List<Condition> days(Field field, Unit unit, LocalDate start) {
        LocalDate next = Spans.next(unit, start);
        return switch (field.shape()) {
            case MOMENT -> range(field, midnight(start), midnight(next));
            case DATE, TEXT, DECIMAL, CHOICE, CHOICES, TIME, ENTITY, ENTITIES, FILES, ROWS, NONE ->
                range(field, start.toString(), next.toString());
        };
    }

    private String midnight(LocalDate day) {
        return day.atStartOfDay(zone).toInstant().toString();
    }

    private static Duration length(@Nullable Unit unit) {
        return unit == Unit.MINUTE ? Duration.ofMinutes(1) : Duration.ofHours(1);
    }

    /** The last hour of the day has no end that a time of day could name. */
    private static List<Condition> times(Field field, @Nullable Unit unit, LocalTime start) {
        LocalTime next = start.plus(length(unit));
        return next.isAfter(start)
                ? range(field, start.toString(), next.toString())
                : List.of(test(field, Operator.GREATER_OR_EQUAL, start.toString()));
    }

    private static List<Condition> range(Field field, String from, String toExclusive) {
        return List.of(test(field, Operator.GREATER_OR_EQUAL, from), test(field, Operator.LESS, toExclusive));
    }

    private Condition same(Field field, String text) {
        boolean inTable = app.fields().tableOf(field.code()).isPresent();
        return inTable || !field.operators().contains(Operator.EQUAL)
                ? among(field, text)
                : test(field, Operator.EQUAL, text);
    }

    private static Condition among(Field field, String text) {
        return test(field, Operator.IN, text);
    }

    private static Condition test(Field field, Operator operator, String text) {
        return Condition.Test.of(field.code().text(), operator, new Operand.Quoted(text));
    }
}
