package org.mimamori.engine.query;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Option;
import org.mimamori.engine.field.Value;

/**
 * Orders records in memory as the store does. Empty values come first when ascending; text goes by code point, choices
 * by the order of the options, people by code; what is left equal goes by descending record number.
 */
public final class RecordOrder implements Comparator<Function<FieldCode, Value>> {

    private static final Option UNKNOWN = new Option("", Integer.MAX_VALUE);

    private final Comparator<Function<FieldCode, Value>> order;

    /** @param fields the app's fields ({@code scope::field}); they know the order of their options */
    public RecordOrder(List<SortKey> sort, Function<FieldCode, Optional<Field>> fields) {
        Comparator<Function<FieldCode, Value>> byNumber =
                Comparator.comparing(record -> record.apply(FieldCode.ID), RecordOrder::compareValues);
        this.order = sort.stream()
                .map(key -> by(key, fields.apply(key.field())))
                .reduce(Comparator::thenComparing)
                .map(keys -> keys.thenComparing(byNumber.reversed()))
                .orElse(byNumber.reversed());
    }

    @Override
    public int compare(Function<FieldCode, Value> left, Function<FieldCode, Value> right) {
        return order.compare(left, right);
    }

    private static Comparator<Function<FieldCode, Value>> by(SortKey key, Optional<Field> field) {
        Comparator<Function<FieldCode, Value>> records =
                Comparator.comparing(record -> record.apply(key.field()), ofValues(field));
        return key.ascending() ? records : records.reversed();
    }

    /** The order of single values of a field, empty ones first. */
    public static Comparator<Value> ofValues(Optional<Field> field) {
        List<Option> options = field.map(Field::options).orElse(List.of());
        return Comparator.comparingInt((Value value) -> position(value, options))
                .thenComparing(RecordOrder::compareValues);
    }

    /** Where a choice stands among the options, one no longer among them last; the same for all that is no choice. */
    private static int position(Value value, List<Option> options) {
        if (!(value instanceof Value.Choice(String chosen)) || options.isEmpty()) {
            return -1;
        }
        return options.stream()
                .filter(option -> option.name().equals(chosen))
                .findFirst()
                .orElse(UNKNOWN)
                .index();
    }

    private static int compareValues(Value left, Value right) {
        if (left.isBlank() || right.isBlank()) {
            return Boolean.compare(right.isBlank(), left.isBlank());
        }
        return ValueOrder.compareSameShape(left, right);
    }
}
