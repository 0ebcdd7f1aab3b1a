package org.mimamori.engine.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.FileRef;
import org.mimamori.engine.field.Row;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.text.Folding;

/**
 * Tests a filter against one record in memory; gives the store's answer. The query corpus of the tests holds the two
 * together. What each case means:
 *
 * <ul>
 *   <li>{@code Equal}, {@code In}: numbers by their size, all else exactly, text by its characters (width, case and
 *       kana count). A value of several options or people passes when one of them does; operands name one part
 *       ({@code Choice}, {@code Entity}). A blank operand matches blank and nothing else.
 *   <li>{@code Between}: by order of the shape; a blank value, or one of another shape than the bounds, lies nowhere.
 *   <li>{@code Contains}: the folded plain text has the folded needle in it; blank contains nothing but the empty text.
 *   <li>{@code Empty}: blank, or text whose plain text is nothing but spaces, tabs and line ends.
 *   <li>{@code AnyRow}, {@code EveryRow}: inside, codes name what the row holds. Neither holds for a table without
 *       rows.
 *   <li>{@code Search}: each folded word is in the folded plain text of one of the fields, not all in the same. A table
 *       counts with those of its inner fields that are named too.
 * </ul>
 */
public final class FilterTest {

    private final BiFunction<FieldCode, Value, String> plainText;

    private FilterTest(BiFunction<FieldCode, Value, String> plainText) {
        this.plainText = plainText;
    }

    /**
     * Whether the filter holds for a record whose values the function gives; blank for what it lacks. The record's
     * number goes by {@link FieldCode#ID}.
     *
     * @param fields the app's fields, inner ones too ({@code scope::field}); they know what text a value shows
     */
    public static boolean holds(
            Filter filter, Function<FieldCode, Value> record, Function<FieldCode, Optional<Field>> fields) {
        return new FilterTest((code, value) ->
                        fields.apply(code).map(field -> field.plainText(value)).orElse(""))
                .test(filter, record);
    }

    /** Whether the filter holds for a record none of whose fields holds marked-up text. */
    public static boolean holds(Filter filter, Function<FieldCode, Value> record) {
        return new FilterTest((code, value) -> bareText(value)).test(filter, record);
    }

    private boolean test(Filter filter, Function<FieldCode, Value> record) {
        return switch (filter) {
            case Filter.All(List<Filter> of) -> of.stream().allMatch(part -> test(part, record));
            case Filter.Any(List<Filter> of) -> of.stream().anyMatch(part -> test(part, record));
            case Filter.Not(Filter of) -> !test(of, record);
            case Filter.Equal(FieldCode field, Value operand) -> equal(record.apply(field), operand);
            case Filter.In(FieldCode field, List<Value> operands) ->
                operands.stream().anyMatch(operand -> equal(record.apply(field), operand));
            case Filter.Between between -> between(record.apply(between.field()), between);
            case Filter.Contains(FieldCode field, String needle) ->
                folded(field, record.apply(field)).contains(Folding.fold(needle));
            case Filter.Empty(FieldCode field) -> isEmpty(field, record.apply(field));
            case Filter.AnyRow(FieldCode table, Filter row) ->
                rows(record.apply(table)).stream().anyMatch(r -> test(row, r::value));
            case Filter.EveryRow(FieldCode table, Filter row) -> {
                List<Row> rows = rows(record.apply(table));
                yield !rows.isEmpty() && rows.stream().allMatch(r -> test(row, r::value));
            }
            case Filter.Search(List<String> words, List<FieldCode> in) -> search(words, in, record);
        };
    }

    private static boolean equal(Value value, Value operand) {
        return switch (value) {
            case Value.Decimal(BigDecimal number) ->
                operand instanceof Value.Decimal(BigDecimal other) && number.compareTo(other) == 0;
            case Value.Choices(List<String> options) ->
                operand instanceof Value.Choice(String option) && options.contains(option);
            case Value.Entities(var refs) -> operand instanceof Value.Entity(var ref) && refs.contains(ref);
            case Value.Blank blank -> blank.equals(operand);
            case Value.Text text -> text.equals(operand);
            case Value.Choice choice -> choice.equals(operand);
            case Value.Date date -> date.equals(operand);
            case Value.Time time -> time.equals(operand);
            case Value.Moment moment -> moment.equals(operand);
            case Value.Entity entity -> entity.equals(operand);
            case Value.Files files -> files.equals(operand);
            case Value.Rows rows -> rows.equals(operand);
        };
    }

    private static boolean between(Value value, Filter.Between bounds) {
        if (value.isBlank()) {
            return false;
        }
        int fromStart = compared(value, bounds.from(), 1);
        int toEnd = compared(bounds.to(), value, 1);
        return (fromStart > 0 || (fromStart == 0 && bounds.fromIncluded()))
                && (toEnd > 0 || (toEnd == 0 && bounds.toIncluded()));
    }

    private static int compared(@Nullable Value left, @Nullable Value right, int whenOpen) {
        return left == null || right == null ? whenOpen : ValueOrder.compareSameShape(left, right);
    }

    private String folded(FieldCode field, Value value) {
        return value.isBlank() ? "" : Folding.fold(plainText.apply(field, value));
    }

    private boolean isEmpty(FieldCode field, Value value) {
        return value.isBlank()
                || (value instanceof Value.Text
                        && plainText.apply(field, value).chars().allMatch(Letters::isSpace));
    }

    private static List<Row> rows(Value value) {
        return value instanceof Value.Rows(List<Row> rows) ? rows : List.of();
    }

    private boolean search(List<String> words, Collection<FieldCode> in, Function<FieldCode, Value> record) {
        List<String> texts = in.stream()
                .flatMap(field -> texts(field, record.apply(field), in))
                .toList();
        return words.stream().map(Folding::fold).allMatch(word -> texts.stream().anyMatch(text -> text.contains(word)));
    }

    private Stream<String> texts(FieldCode field, Value value, Collection<FieldCode> in) {
        return value instanceof Value.Rows(List<Row> rows)
                ? rows.stream().flatMap(row -> in.stream().map(inner -> folded(inner, row.value(inner))))
                : Stream.of(folded(field, value));
    }

    private static String bareText(Value value) {
        return switch (value) {
            case Value.Text(String text) -> text;
            case Value.Choice(String option) -> option;
            case Value.Choices(List<String> options) -> String.join("\n", options);
            case Value.Files(List<FileRef> files) ->
                String.join("\n", files.stream().map(FileRef::name).toList());
            case Value.Decimal(BigDecimal number) -> number.toPlainString();
            case Value.Date(LocalDate date) -> date.toString();
            case Value.Time(LocalTime time) -> time.toString();
            case Value.Moment(Instant instant) -> instant.toString();
            case Value.Entity(EntityRef ref) -> ref.code();
            case Value.Entities(List<EntityRef> refs) ->
                String.join("\n", refs.stream().map(EntityRef::code).toList());
            case Value.Blank blank -> "";
            case Value.Rows rows -> "";
        };
    }
}
