package org.mimamori.engine.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.mimamori.engine.field.FileRef;
import org.mimamori.engine.field.Shape;
import org.mimamori.engine.field.Value;

/** Turns what the database holds back into values of a shape. */
final class ValueReader {

    private ValueReader() {}

    /** @throws IllegalStateException if what is held is no value of the shape */
    static Value read(Shape shape, Object held) {
        try {
            return switch (shape) {
                case TEXT -> Value.text((String) held);
                case DECIMAL -> new Value.Decimal(((Decimal128) held).bigDecimalValue());
                case CHOICE -> new Value.Choice((String) held);
                case CHOICES -> Value.choices(texts(held));
                case DATE -> new Value.Date(LocalDate.parse((String) held));
                case TIME -> new Value.Time(LocalTime.parse((String) held));
                case MOMENT -> new Value.Moment((Instant) held);
                case ENTITY -> new Value.Entity(EntityCodes.read((String) held));
                case ENTITIES ->
                    Value.entities(texts(held).stream().map(EntityCodes::read).toList());
                case FILES ->
                    Value.files(list(held).stream().map(ValueReader::file).toList());
                case ROWS, NONE -> throw new IllegalStateException("no plain value of shape " + shape);
            };
        } catch (ClassCastException e) {
            throw new IllegalStateException("a " + held.getClass().getSimpleName() + " is held as " + shape, e);
        }
    }

    static List<?> list(Object held) {
        return (List<?>) held;
    }

    static List<String> texts(Object held) {
        return list(held).stream().map(String.class::cast).toList();
    }

    private static FileRef file(Object held) {
        Document file = (Document) held;
        return new FileRef(file.getString("k"), file.getString("n"), file.getString("t"), file.getLong("z"));
    }
}
