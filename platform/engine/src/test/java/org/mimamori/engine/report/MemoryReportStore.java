package org.mimamori.engine.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.Report.Unit;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Row;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.query.Filter;
import org.mimamori.engine.query.FilterTest;
import org.mimamori.engine.query.RecordOrder;
import org.mimamori.engine.record.AppRecord;
import org.mimamori.engine.report.Gathering.Wanted;

/**
 * What a gathering means, said as plainly as can be: one record after the other, each put under each of its keys. The
 * real store is held to its answers.
 */
public final class MemoryReportStore implements ReportStore {

    private final Function<AppDefinition, List<AppRecord>> records;

    public MemoryReportStore(Function<AppDefinition, List<AppRecord>> records) {
        this.records = records;
    }

    @Override
    public List<Gathered> gather(AppDefinition app, Filter filter, Gathering gathering) {
        Map<List<Value>, List<Function<FieldCode, Value>>> groups = new HashMap<>();
        for (AppRecord record : records.apply(app)) {
            Function<FieldCode, Value> values = code -> value(app, record, code);
            if (FilterTest.holds(filter, values, app.fields()::field)) {
                for (Function<FieldCode, Value> unit : units(app, gathering, values)) {
                    for (List<Value> keys : keys(gathering, unit)) {
                        groups.computeIfAbsent(keys, k -> new ArrayList<>()).add(unit);
                    }
                }
            }
        }
        List<Gathered> gathered = new ArrayList<>();
        groups.forEach((keys, units) -> gathered.add(new Gathered(keys, tally(gathering, units))));
        return gathered;
    }

    private static Value value(AppDefinition app, AppRecord record, FieldCode code) {
        Value kept = record.value(code);
        return kept.isBlank() ? record.value(app, code) : kept;
    }

    private static List<Function<FieldCode, Value>> units(
            AppDefinition app, Gathering gathering, Function<FieldCode, Value> record) {
        FieldCode table = gathering.table();
        if (table == null) {
            return List.of(record);
        }
        List<Row> rows = record.apply(table) instanceof Value.Rows(List<Row> some) ? some : List.of();
        return rows.stream()
                .<Function<FieldCode, Value>>map(
                        row -> code -> app.fields().tableOf(code).isPresent() ? row.value(code) : record.apply(code))
                .toList();
    }

    private static List<List<Value>> keys(Gathering gathering, Function<FieldCode, Value> unit) {
        Map<FieldCode, Value> chosen = new HashMap<>();
        List<List<Value>> all = new ArrayList<>();
        extend(gathering, unit, chosen, 0, new ArrayList<>(), all);
        return all;
    }

    private static void extend(
            Gathering gathering,
            Function<FieldCode, Value> unit,
            Map<FieldCode, Value> chosen,
            int level,
            List<Value> front,
            List<List<Value>> all) {
        if (level == gathering.groups().size()) {
            all.add(List.copyOf(front));
            return;
        }
        var group = gathering.groups().get(level);
        // Two levels by the same field of several values go by the same one of them.
        List<Value> parts =
                chosen.containsKey(group.code()) ? List.of(chosen.get(group.code())) : parts(unit.apply(group.code()));
        for (Value part : parts) {
            List<Value> longer = new ArrayList<>(front);
            longer.add(group.per() == null ? part : start(gathering, group.per(), part));
            Map<FieldCode, Value> now = new HashMap<>(chosen);
            now.put(group.code(), part);
            extend(gathering, unit, now, level + 1, longer, all);
        }
    }

    private static List<Value> parts(Value value) {
        return switch (value) {
            case Value.Choices(List<String> options) ->
                options.stream().<Value>map(Value.Choice::new).toList();
            case Value.Entities(var refs) ->
                refs.stream().<Value>map(Value.Entity::new).toList();
            default -> List.of(value);
        };
    }

    /** Instants by their unit on the wall clock, days and times as they are. */
    private static Value start(Gathering gathering, Unit unit, Value value) {
        if (!(value instanceof Value.Moment(Instant instant))) {
            return value;
        }
        LocalDateTime time = LocalDateTime.ofInstant(instant, gathering.zone());
        LocalDateTime start = switch (unit) {
            case YEAR -> time.withDayOfYear(1).truncatedTo(ChronoUnit.DAYS);
            case FISCAL_YEAR, QUARTER, MONTH -> time.withDayOfMonth(1).truncatedTo(ChronoUnit.DAYS);
            case WEEK, DAY -> time.truncatedTo(ChronoUnit.DAYS);
            case HOUR -> time.truncatedTo(ChronoUnit.HOURS);
            case MINUTE -> time;
        };
        return new Value.Moment(start.atZone(gathering.zone()).toInstant());
    }

    private static Tally tally(Gathering gathering, List<Function<FieldCode, Value>> units) {
        List<Tally.Figures> figures = new ArrayList<>();
        for (Wanted wanted : gathering.wanted()) {
            List<Value> values = units.stream()
                    .map(unit -> unit.apply(wanted.field()))
                    .filter(value -> !value.isBlank())
                    .toList();
            figures.add(new Tally.Figures(
                    wanted.sum() ? sum(values) : BigDecimal.ZERO,
                    wanted.sum() ? values.size() : 0,
                    wanted.extremes() ? extreme(values.stream(), order()) : Value.BLANK,
                    wanted.extremes() ? extreme(values.stream(), order().reversed()) : Value.BLANK));
        }
        return new Tally(units.size(), figures);
    }

    private static Comparator<Value> order() {
        return RecordOrder.ofValues(Optional.empty());
    }

    private static BigDecimal sum(List<Value> values) {
        return values.stream()
                .map(value -> ((Value.Decimal) value).number())
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Value extreme(Stream<Value> values, Comparator<Value> order) {
        return values.min(order).orElse(Value.BLANK);
    }
}
