package org.mimamori.engine.record;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.Rollup;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.query.Filter;
import org.mimamori.engine.query.FilterTest;

/**
 * Figures of many records from their related records, read once. Gives what {@link RollupReader} gives record by
 * record.
 */
final class LoadedFigures implements Figures {

    private final Map<FieldCode, Loaded> loaded = new HashMap<>();
    private final RollupReader reader;

    LoadedFigures(RollupReader reader) {
        this.reader = reader;
    }

    /** One roll-up with its related records by key, newest first. */
    private record Loaded(Rollup rollup, AppDefinition source, Map<Value, List<AppRecord>> byKey) {}

    /** Takes a roll-up with all records of its source app. */
    void load(Rollup rollup, AppDefinition source, List<AppRecord> records) {
        Map<Value, List<AppRecord>> byKey = new HashMap<>();
        for (AppRecord record : records) {
            for (Value key : RelatedKeys.of(source, rollup, record)) {
                byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(record);
            }
        }
        FieldCode order = rollup.upTo();
        if (order != null) {
            Comparator<AppRecord> newest =
                    Comparator.comparing(record -> sortText(record.value(source, order)), Comparator.reverseOrder());
            byKey.values().forEach(list -> list.sort(newest.thenComparing(AppRecord::id, Comparator.reverseOrder())));
        }
        loaded.put(rollup.name(), new Loaded(rollup, source, byKey));
    }

    @Override
    public Map<FieldCode, Value> of(AppDefinition app, AppRecord record) {
        Map<FieldCode, Value> figures = new HashMap<>();
        for (Rollup rollup : app.additions().rollups()) {
            Loaded from = loaded.get(rollup.name());
            Value key = record.value(app, rollup.field());
            figures.put(rollup.name(), from == null || key.isBlank() ? Value.BLANK : figure(app, record, from, key));
        }
        return figures;
    }

    private Value figure(AppDefinition app, AppRecord record, Loaded from, Value key) {
        Filter condition = reader.filter(from.source(), from.rollup().filterCond())
                .and(RollupReader.upTo(app, record, from.rollup()));
        Predicate<AppRecord> related =
                one -> holds(from.source(), RelatedKeys.filter(from.source(), from.rollup(), key, condition), one);
        List<AppRecord> records = from.byKey().getOrDefault(key, List.of()).stream()
                .filter(related)
                .toList();
        return switch (from.rollup().function()) {
            case COUNT -> decimal(BigDecimal.valueOf(records.size()));
            case SUM -> records.isEmpty() ? Value.BLANK : decimal(sum(from, records));
            case AVERAGE -> average(from, records);
            case MIN -> extreme(from, records, Comparator.naturalOrder());
            case MAX -> extreme(from, records, Comparator.reverseOrder());
            case STREAK -> streak(from, records);
        };
    }

    private Value streak(Loaded from, List<AppRecord> newestFirst) {
        Rollup rollup = from.rollup();
        Streak streak = new Streak(
                from.source(), reader.filter(from.source(), rollup.whileCond()), reader.skip(from.source(), rollup));
        streak.takes(newestFirst);
        return decimal(BigDecimal.valueOf(streak.length()));
    }

    private static BigDecimal sum(Loaded from, List<AppRecord> records) {
        return values(from, records).stream()
                .map(value -> value instanceof Value.Decimal(BigDecimal number) ? number : BigDecimal.ZERO)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Value average(Loaded from, List<AppRecord> records) {
        int count = values(from, records).size();
        return count == 0
                ? Value.BLANK
                : decimal(sum(from, records).divide(BigDecimal.valueOf(count), MathContext.DECIMAL128));
    }

    private static Value extreme(Loaded from, List<AppRecord> records, Comparator<Comparable<Object>> order) {
        return values(from, records).stream()
                .min((a, b) -> order.compare(comparable(a), comparable(b)))
                .orElse(Value.BLANK);
    }

    private static List<Value> values(Loaded from, List<AppRecord> records) {
        @Nullable FieldCode of = from.rollup().of();
        return of == null
                ? List.of()
                : records.stream()
                        .map(record -> record.value(from.source(), of))
                        .filter(value -> !value.isBlank())
                        .toList();
    }

    private static Value decimal(BigDecimal number) {
        return new Value.Decimal(number);
    }

    /** Dates, times and instants sort as their text does. */
    private static String sortText(Value value) {
        return value.isBlank() ? "" : comparable(value).toString();
    }

    @SuppressWarnings("unchecked") // the values of one field are of one shape
    private static Comparable<Object> comparable(Value value) {
        Object inner = switch (value) {
            case Value.Decimal(var number) -> number;
            case Value.Date(var date) -> date;
            case Value.Time(var time) -> time;
            case Value.Moment(var instant) -> instant;
            case Value.Text(var text) -> text;
            default -> throw new IllegalArgumentException("no order for " + value);
        };
        return (Comparable<Object>) inner;
    }

    private static boolean holds(AppDefinition source, Filter filter, AppRecord record) {
        return FilterTest.holds(filter, code -> record.value(source, code));
    }
}
