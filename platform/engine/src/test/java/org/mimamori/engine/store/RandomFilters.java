package org.mimamori.engine.store;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.FileRef;
import org.mimamori.engine.field.Shape;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.query.Filter;
import org.mimamori.engine.query.SortKey;
import org.mimamori.engine.record.Searchable;

/** Filters and orders made up by seeded chance, over all fields of an app. */
final class RandomFilters {

    private static final List<String> NEEDLES = List.of(
            "青葉", "葉 は", "葉は", "ハナ", "a", "ab", "bc", "ガ", "カツ", "line", "e\nl", "%", "[a.c]", "(", "\\d", "^", "笑",
            "😀", "渡邉", " ", "", "pdf", "報告", "f\n", "母", "b", "もう", "女", "𠮷", "吉", "見", "-");

    /** Numbers the database cannot hold exactly, and some that lie between those it holds. */
    private static final List<String> HARD_NUMBERS = List.of(
            "5.0000000000000000000000000000000000000000001",
            "4.9999999999999999999999999999999999999999999",
            "12345678901234567890.000000000000000000000000000001",
            "1E+7000",
            "-1E+7000",
            "1E-7000",
            "-1E-7000");

    private final Random random;
    private final RandomRecords values;
    private final AppDefinition app;

    RandomFilters(Random random, AppDefinition app) {
        this.random = random;
        this.values = new RandomRecords(random);
        this.app = app;
    }

    Filter filter() {
        return filter(3, () -> leaf(values.pick(app.fields().top())));
    }

    List<SortKey> sort() {
        List<Field> sortable =
                app.fields().top().stream().filter(Field::sortable).toList();
        List<SortKey> keys = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            FieldCode code = values.pick(sortable).code();
            if (keys.stream().noneMatch(key -> key.field().equals(code))) {
                keys.add(new SortKey(code, random.nextBoolean()));
            }
        }
        return keys;
    }

    private Filter filter(int depth, Supplier<Filter> leaf) {
        return switch (depth == 0 ? 9 : random.nextInt(10)) {
            case 0, 1, 2 -> new Filter.All(parts(depth, leaf));
            case 3, 4 -> new Filter.Any(parts(depth, leaf));
            case 5 -> new Filter.Not(filter(depth - 1, leaf));
            default -> leaf.get();
        };
    }

    private List<Filter> parts(int depth, Supplier<Filter> leaf) {
        return Stream.generate(() -> filter(depth - 1, leaf))
                .limit(random.nextInt(4))
                .toList();
    }

    private Filter leaf(Field field) {
        if (random.nextInt(8) == 0) {
            return number();
        }
        if (random.nextInt(8) == 0) {
            return search();
        }
        return field.shape() == Shape.NONE ? Filter.EVERYTHING : test(field);
    }

    private Filter number() {
        FieldCode id = FieldCode.ID;
        return switch (random.nextInt(3)) {
            case 0 -> new Filter.Equal(id, decimal());
            case 1 -> new Filter.In(id, List.of(decimal(), decimal(), Value.BLANK));
            default -> between(id, this::decimal);
        };
    }

    private Value decimal() {
        return new Value.Decimal(new BigDecimal(values.pick(List.of("1", "7", "7.5", "30", "60", "1E+30", "-3"))));
    }

    private Filter search() {
        List<FieldCode> in = app.fields()
                .all()
                .filter(field -> Searchable.is(field.shape()) || field.shape() == Shape.ROWS)
                .map(Field::code)
                .filter(code -> random.nextInt(3) > 0)
                .toList();
        List<String> words = Stream.generate(() -> values.pick(NEEDLES))
                .limit(random.nextInt(3))
                .toList();
        return new Filter.Search(words, in);
    }

    private Filter test(Field field) {
        FieldCode code = field.code();
        return switch (field.shape()) {
            case TEXT, FILES, CHOICE, CHOICES ->
                switch (random.nextInt(5)) {
                    case 0 -> new Filter.Contains(code, values.pick(NEEDLES));
                    case 1 -> new Filter.Empty(code);
                    case 2 -> new Filter.Equal(code, operand(field));
                    case 3 -> new Filter.In(code, operands(field));
                    default ->
                        field.shape() == Shape.TEXT ? between(code, () -> operand(field)) : new Filter.Empty(code);
                };
            case DECIMAL, DATE, TIME, MOMENT ->
                switch (random.nextInt(4)) {
                    case 0 -> new Filter.Equal(code, operand(field));
                    case 1 -> new Filter.In(code, operands(field));
                    case 2 -> new Filter.Empty(code);
                    default -> between(code, () -> operand(field));
                };
            case ENTITY, ENTITIES ->
                switch (random.nextInt(3)) {
                    case 0 -> new Filter.Equal(code, operand(field));
                    case 1 -> new Filter.In(code, operands(field));
                    default -> new Filter.Empty(code);
                };
            case ROWS -> rows(field);
            case NONE -> throw new IllegalArgumentException(code.text());
        };
    }

    private Filter rows(Field table) {
        Filter row = filter(2, () -> test(values.pick(table.inner())));
        return switch (random.nextInt(5)) {
            case 0 -> new Filter.Empty(table.code());
            case 1, 2 -> new Filter.AnyRow(table.code(), row);
            default -> new Filter.EveryRow(table.code(), row);
        };
    }

    private List<Value> operands(Field field) {
        return Stream.generate(() -> operand(field)).limit(random.nextInt(4)).toList();
    }

    private Value operand(Field field) {
        if (random.nextInt(6) == 0) {
            return Value.BLANK;
        }
        if (field.shape() == Shape.DECIMAL && random.nextInt(3) == 0) {
            return new Value.Decimal(new BigDecimal(values.pick(HARD_NUMBERS)));
        }
        Value value = values.value(field);
        return switch (value) {
            case Value.Choices(List<String> options) -> new Value.Choice(values.pick(options));
            case Value.Entities(List<EntityRef> refs) -> new Value.Entity(values.pick(refs));
            case Value.Files(List<FileRef> files) -> Value.BLANK;
            default -> value;
        };
    }

    private Filter between(FieldCode code, Supplier<Value> operand) {
        Value from = operand.get();
        Value to = operand.get();
        return new Filter.Between(
                code,
                random.nextInt(4) == 0 || from.isBlank() ? null : from,
                random.nextBoolean(),
                random.nextInt(4) == 0 || to.isBlank() ? null : to,
                random.nextBoolean());
    }
}
