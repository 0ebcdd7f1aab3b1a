package org.mimamori.engine.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.Shape;
import org.mimamori.engine.field.Shapes;
import org.mimamori.engine.field.UnreadableValue;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.QueryFault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Turns what a query writes between quotes into values, as the field it is compared with reads them. */
final class Literals {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Directory directory;
    private final ZoneId zone;

    Literals(Directory directory, ZoneId zone) {
        this.directory = directory;
        this.zone = zone;
    }

    /** The value one part of the field's value is compared with; blank for the empty text. */
    Value read(Field field, String text) {
        if (text.isEmpty()) {
            return Value.BLANK;
        }
        return switch (field.shape()) {
            case TEXT -> field.normalize(readBy(field, text, JSON.stringNode(text)));
            case DECIMAL, DATE, TIME -> readBy(field, text, JSON.stringNode(text));
            case MOMENT -> moment(field, text);
            case CHOICE, CHOICES -> new Value.Choice(text);
            case ENTITY, ENTITIES -> new Value.Entity(entity(field, text));
            case FILES, ROWS, NONE -> throw badLiteral(field, text);
        };
    }

    private Value moment(Field field, String text) {
        Optional<LocalDate> day = findDay(text);
        if (day.isPresent()) {
            return Days.midnight(day.get(), zone);
        }
        Value read = readBy(field, text, JSON.stringNode(text));
        // Records hold moments to the minute.
        return read instanceof Value.Moment(Instant instant)
                ? new Value.Moment(instant.truncatedTo(ChronoUnit.MINUTES))
                : read;
    }

    /** Whom a code names in this field: the field knows whether it holds people, organisations or groups. */
    private EntityRef entity(Field field, String code) {
        EntityRef ref = new EntityRef(field.entityType(), code);
        if (!directory.exists(ref)) {
            throw Refusal.of(QueryFault.UNKNOWN_ENTITY, ref.type().name(), code);
        }
        return ref;
    }

    /** The day, as a field of days reads it: {@code 2026-5} is the first of May. */
    private static Optional<LocalDate> findDay(String text) {
        try {
            return Shapes.read(Shape.DATE, JSON.stringNode(text)) instanceof Value.Date(LocalDate day)
                    ? Optional.of(day)
                    : Optional.empty();
        } catch (UnreadableValue e) {
            return Optional.empty();
        }
    }

    private static Value readBy(Field field, String text, JsonNode raw) {
        try {
            return field.read(raw);
        } catch (UnreadableValue e) {
            throw badLiteral(field, text);
        }
    }

    private static PlatformException badLiteral(Field field, String text) {
        return Refusal.of(QueryFault.BAD_LITERAL, field.code().text(), text);
    }
}
