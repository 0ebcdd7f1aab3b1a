package org.mimamori.engine.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Row;
import org.mimamori.engine.field.Shape;
import org.mimamori.engine.field.Value;

/** A value of one field as another field takes it over. */
final class TakenOver {

    private TakenOver() {}

    /** Empty where the other field has no room for it; then its own default stands. */
    static Optional<Value> value(Field source, Value value, Field target) {
        return switch (value) {
            case Value.Blank blank -> Optional.empty();
            case Value.Choice(String option) -> choice(option, target);
            case Value.Choices(List<String> options) -> choices(options, target);
            case Value.Text text -> target.shape() == Shape.TEXT ? Optional.of(text) : Optional.empty();
            case Value.Decimal decimal -> decimal(source, decimal, target);
            case Value.Date date -> target.shape() == Shape.DATE ? Optional.of(date) : Optional.empty();
            case Value.Time time -> target.shape() == Shape.TIME ? Optional.of(time) : Optional.empty();
            case Value.Moment moment -> target.shape() == Shape.MOMENT ? Optional.of(moment) : Optional.empty();
            case Value.Entity(EntityRef ref) -> entities(List.of(ref), target);
            case Value.Entities(List<EntityRef> refs) -> entities(refs, target);
            case Value.Rows(List<Row> rows) -> rows(source, rows, target);
            case Value.Files files -> Optional.empty();
        };
    }

    private static Optional<Value> choice(String option, Field target) {
        return switch (target.shape()) {
            case TEXT -> Optional.of(Value.text(option));
            case CHOICE -> offers(target, option) ? Optional.of(new Value.Choice(option)) : Optional.empty();
            case CHOICES -> choices(List.of(option), target);
            case DECIMAL, DATE, TIME, MOMENT, ENTITY, ENTITIES, FILES, ROWS, NONE -> Optional.empty();
        };
    }

    /** By name, in the order of the field that takes them. */
    private static Optional<Value> choices(List<String> options, Field target) {
        List<String> kept =
                options.stream().filter(option -> offers(target, option)).toList();
        return target.shape() == Shape.CHOICES && !kept.isEmpty()
                ? Optional.of(target.normalize(Value.choices(kept)))
                : Optional.empty();
    }

    private static boolean offers(Field target, String option) {
        return target.options().stream().anyMatch(known -> known.name().equals(option));
    }

    private static Optional<Value> decimal(Field source, Value.Decimal decimal, Field target) {
        return switch (target.shape()) {
            case DECIMAL -> Optional.of(decimal);
            case TEXT -> Optional.of(Value.text(source.decimalForm().write(decimal.number())));
            case CHOICE, CHOICES, DATE, TIME, MOMENT, ENTITY, ENTITIES, FILES, ROWS, NONE -> Optional.empty();
        };
    }

    private static Optional<Value> entities(List<EntityRef> refs, Field target) {
        List<EntityRef> kept =
                refs.stream().filter(ref -> ref.type() == target.entityType()).toList();
        return target.shape() == Shape.ENTITIES && !kept.isEmpty()
                ? Optional.of(Value.entities(kept))
                : Optional.empty();
    }

    /** Columns go by code. */
    private static Optional<Value> rows(Field source, List<Row> rows, Field target) {
        if (target.shape() != Shape.ROWS) {
            return Optional.empty();
        }
        return Optional.of(
                Value.rows(rows.stream().map(row -> row(source, row, target)).toList()));
    }

    private static Row row(Field source, Row row, Field target) {
        Map<FieldCode, Value> values = new HashMap<>();
        for (Field column : target.inner()) {
            source.inner().stream()
                    .filter(known -> known.code().equals(column.code()))
                    .findFirst()
                    .flatMap(known -> value(known, row.value(known.code()), column))
                    .ifPresent(value -> values.put(column.code(), value));
        }
        return new Row(Row.NEW, values);
    }
}
