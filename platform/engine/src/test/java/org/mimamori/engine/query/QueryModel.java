package org.mimamori.engine.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.FileRef;
import org.mimamori.engine.field.Operator;
import org.mimamori.engine.field.Row;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.query.Condition.Operand;
import org.mimamori.engine.query.Condition.Test;
import org.mimamori.engine.text.Folding;

/**
 * What a condition means, said once more and as plainly as possible, without a filter in between: straight from the
 * condition to the record, as the rules of the language put it. nursery01 asks, on Friday 15 May 2026 in Tokyo.
 */
final class QueryModel {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    /** From one day to just before another. */
    private record Days(LocalDate from, LocalDate to) {
        static Days of(String from, String to) {
            return new Days(LocalDate.parse(from), LocalDate.parse(to));
        }
    }

    private static final Map<String, Days> FUNCTIONS = Map.of(
            "TODAY", Days.of("2026-05-15", "2026-05-16"),
            "YESTERDAY", Days.of("2026-05-14", "2026-05-15"),
            "THIS_WEEK", Days.of("2026-05-10", "2026-05-17"),
            "LAST_MONTH", Days.of("2026-04-01", "2026-05-01"),
            "THIS_YEAR", Days.of("2026-01-01", "2027-01-01"));

    private final CorpusApp app;

    QueryModel(CorpusApp app) {
        this.app = app;
    }

    boolean holds(Condition condition, CorpusRecord record) {
        return switch (condition) {
            case Condition.Or(List<Condition> parts) -> parts.stream().anyMatch(part -> holds(part, record));
            case Condition.And and -> all(and, record);
            case Test test -> {
                String list = listOf(test);
                if (list == null) {
                    yield passes(test, record::value);
                }
                List<Function<FieldCode, Value>> rows = rows(list, record);
                yield test.operator().negative()
                        ? !rows.isEmpty() && rows.stream().allMatch(row -> passes(test, row))
                        : rows.stream().anyMatch(row -> passes(test, row));
            }
        };
    }

    /** Positive parts that are all about one list must hold of one of its rows. */
    private boolean all(Condition.And and, CorpusRecord record) {
        Map<String, List<Condition>> ofLists = new HashMap<>();
        for (Condition part : flat(and)) {
            String list = wholly(part);
            if (list != null) {
                ofLists.computeIfAbsent(list, l -> new ArrayList<>()).add(part);
            } else if (!holds(part, record)) {
                return false;
            }
        }
        return ofLists.entrySet().stream()
                .allMatch(entry -> rows(entry.getKey(), record).stream()
                        .anyMatch(row -> entry.getValue().stream().allMatch(part -> inRow(part, row))));
    }

    private static List<Condition> flat(Condition condition) {
        return condition instanceof Condition.And(List<Condition> parts)
                ? parts.stream().flatMap(part -> flat(part).stream()).toList()
                : List.of(condition);
    }

    private boolean inRow(Condition condition, Function<FieldCode, Value> row) {
        return switch (condition) {
            case Condition.Or(List<Condition> parts) -> parts.stream().anyMatch(part -> inRow(part, row));
            case Condition.And(List<Condition> parts) -> parts.stream().allMatch(part -> inRow(part, row));
            case Test test -> passes(test, row);
        };
    }

    /** The one list that a condition's tests, none of them negative, are about; null when there is no such list. */
    private @Nullable String wholly(Condition condition) {
        if (condition instanceof Test test) {
            return test.operator().negative() ? null : listOf(test);
        }
        List<Condition> parts = condition instanceof Condition.Or(List<Condition> of) ? of : flat(condition);
        String first = wholly(parts.getFirst());
        return first != null && parts.stream().allMatch(part -> first.equals(wholly(part))) ? first : null;
    }

    private @Nullable String listOf(Test test) {
        if (test.relatedField() != null) {
            return test.field();
        }
        return app.scope()
                .tableOf(new FieldCode(test.field()))
                .map(FieldCode::text)
                .orElse(null);
    }

    private List<Function<FieldCode, Value>> rows(String list, CorpusRecord record) {
        if (list.equals("reports")) {
            Value name = record.value(new FieldCode("name"));
            return app.relatedRecords().stream()
                    .filter(report -> !name.isBlank() && name.equals(report.value(new FieldCode("child"))))
                    .<Function<FieldCode, Value>>map(report -> report::value)
                    .toList();
        }
        return record.value(new FieldCode(list)) instanceof Value.Rows(List<Row> rows)
                ? rows.stream()
                        .<Function<FieldCode, Value>>map(row -> row::value)
                        .toList()
                : List.of();
    }

    private boolean passes(Test test, Function<FieldCode, Value> row) {
        String code = test.relatedField() == null ? test.field() : test.relatedField();
        Value value = row.apply(new FieldCode(code));
        List<Operand> operands = test.operands();
        return switch (test.operator()) {
            case IS_EMPTY -> empty(value);
            case IS_NOT_EMPTY -> !empty(value);
            case LIKE -> like(value, operands.getFirst());
            case NOT_LIKE -> !like(value, operands.getFirst());
            case EQUAL, IN -> operands.stream().anyMatch(operand -> equal(value, operand));
            case NOT_EQUAL, NOT_IN -> operands.stream().noneMatch(operand -> equal(value, operand));
            case GREATER, LESS, GREATER_OR_EQUAL, LESS_OR_EQUAL ->
                position(value, operands.getFirst())
                        .filter(position -> inOrder(test.operator(), position))
                        .isPresent();
        };
    }

    private static boolean inOrder(Operator operator, int position) {
        return switch (operator) {
            case GREATER -> position > 0;
            case GREATER_OR_EQUAL -> position >= 0;
            case LESS -> position < 0;
            default -> position <= 0;
        };
    }

    private static boolean empty(Value value) {
        return value.isBlank() || value instanceof Value.Text(String text) && text.isBlank();
    }

    private static boolean like(Value value, Operand operand) {
        String needle = Folding.fold(text(operand));
        String text = switch (value) {
            case Value.Text(String own) -> own;
            case Value.Files(List<FileRef> files) ->
                String.join("\n", files.stream().map(FileRef::name).toList());
            default -> "";
        };
        return Folding.fold(text).contains(needle);
    }

    private static boolean equal(Value value, Operand operand) {
        if (value.isBlank()) {
            return !(operand instanceof Operand.Call) && text(operand).isEmpty();
        }
        return switch (value) {
            case Value.Text(String text) -> text.equals(text(operand));
            case Value.Choice(String option) -> option.equals(text(operand));
            case Value.Choices(List<String> options) -> options.contains(text(operand));
            case Value.Entities(List<EntityRef> refs) ->
                refs.stream()
                        .anyMatch(ref ->
                                ref.code().equals(operand instanceof Operand.Call ? "nursery01" : text(operand)));
            default ->
                position(value, operand).filter(position -> position == 0).isPresent();
        };
    }

    /** Where a value lies: before what the operand stands for, in it, or after it; nowhere when one is nothing. */
    private static Optional<Integer> position(Value value, Operand operand) {
        if (value.isBlank()
                || !(operand instanceof Operand.Call) && text(operand).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (value) {
                    case Value.Decimal(BigDecimal number) -> number.compareTo(new BigDecimal(text(operand)));
                    case Value.Time(LocalTime time) -> time.compareTo(LocalTime.parse(text(operand)));
                    case Value.Date(LocalDate date) ->
                        operand instanceof Operand.Call(String name, var args)
                                ? inside(date, FUNCTIONS.get(name))
                                : date.compareTo(LocalDate.parse(text(operand)));
                    case Value.Moment(Instant instant) ->
                        operand instanceof Operand.Call(String name, var args)
                                ? inside(LocalDate.ofInstant(instant, TOKYO), FUNCTIONS.get(name))
                                : instant.compareTo(Instant.parse(text(operand)));
                    default -> throw new IllegalArgumentException(value.toString());
                });
    }

    private static int inside(LocalDate date, @Nullable Days days) {
        if (days == null) {
            throw new IllegalArgumentException("a function this model does not know");
        }
        return date.isBefore(days.from()) ? -1 : date.isBefore(days.to()) ? 0 : 1;
    }

    private static String text(Operand operand) {
        return switch (operand) {
            case Operand.Quoted(String text) -> text;
            case Operand.Bare(String text) -> text;
            case Operand.Call call -> throw new IllegalArgumentException(call.name());
        };
    }
}
