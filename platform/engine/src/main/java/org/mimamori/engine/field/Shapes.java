package org.mimamori.engine.field;

import java.util.ArrayList;
import java.util.List;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.EntityType;
import tools.jackson.databind.JsonNode;

/** What all fields of one shape have in common: how kintone's JSON for a value is read. */
public final class Shapes {

    /** Longest text a value may hold, in UTF-16 units; keeps a record far below the database's document size. */
    public static final int MAX_TEXT = 100_000;

    private Shapes() {}

    /**
     * Reads the {@code value} of a field as kintone's record JSON has it: null, the empty string and the empty list are
     * blank, numbers may be strings and the other way round (docs/kintone-compat.md, record JSON).
     *
     * @throws UnreadableValue if the JSON cannot be a value of the shape
     */
    public static Value read(Shape shape, JsonNode raw) throws UnreadableValue {
        return read(shape, EntityType.USER, raw);
    }

    /** Reads a value; people, organisations and groups are told apart by the field alone, never by the JSON. */
    public static Value read(Shape shape, EntityType entities, JsonNode raw) throws UnreadableValue {
        if (raw.isNull() || raw.isMissingNode()) {
            return Value.BLANK;
        }
        return switch (shape) {
            case TEXT -> Value.text(text(shape, raw));
            case DECIMAL -> decimal(raw);
            case CHOICE -> choice(text(shape, raw));
            case CHOICES -> choices(raw);
            case DATE -> written(shape, raw, text -> new Value.Date(Temporals.day(text)));
            case TIME -> written(shape, raw, text -> new Value.Time(Temporals.time(text)));
            case MOMENT -> written(shape, raw, text -> new Value.Moment(Temporals.instant(text)));
            case ENTITY -> new Value.Entity(entity(shape, entities, raw));
            case ENTITIES -> entities(entities, raw);
            case FILES -> files(raw);
            case ROWS -> throw new IllegalStateException("a field of shape ROWS reads its rows itself");
            case NONE -> throw UnreadableValue.wrongJsonType(shape, raw);
        };
    }

    /** The elements of a list; none for the empty string, as older clients clear lists with it. */
    static Iterable<JsonNode> elements(Shape shape, JsonNode raw) throws UnreadableValue {
        if (raw.isString() && raw.asString().isEmpty()) {
            return List.of();
        }
        if (!raw.isArray()) {
            throw UnreadableValue.wrongJsonType(shape, raw);
        }
        return raw;
    }

    private static String text(Shape shape, JsonNode raw) throws UnreadableValue {
        if (!raw.isString() && !raw.isNumber()) {
            throw UnreadableValue.wrongJsonType(shape, raw);
        }
        String text = raw.asString();
        if (text.length() > MAX_TEXT) {
            throw new UnreadableValue("text.tooLong", MAX_TEXT);
        }
        if (!wellFormed(text)) {
            throw new UnreadableValue("text.malformed");
        }
        return text;
    }

    /** Neither half a character nor NUL: what no database, file or screen could give back. */
    private static boolean wellFormed(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static Value decimal(JsonNode raw) throws UnreadableValue {
        return raw.isNumber()
                ? new Value.Decimal(Decimals.within(raw.decimalValue()))
                : written(Shape.DECIMAL, raw, text -> new Value.Decimal(Decimals.read(text)));
    }

    private static Value choice(String option) {
        return option.isEmpty() ? Value.BLANK : new Value.Choice(option);
    }

    private static Value choices(JsonNode raw) throws UnreadableValue {
        List<String> options = new ArrayList<>();
        for (JsonNode element : elements(Shape.CHOICES, raw)) {
            options.add(text(Shape.CHOICES, element));
        }
        return Value.choices(options);
    }

    private static Value written(Shape shape, JsonNode raw, Notation notation) throws UnreadableValue {
        String text = text(shape, raw).strip();
        return text.isEmpty() ? Value.BLANK : notation.read(text);
    }

    /** How a value is written as text. */
    private interface Notation {
        Value read(String text) throws UnreadableValue;
    }

    private static Value entities(EntityType type, JsonNode raw) throws UnreadableValue {
        List<EntityRef> refs = new ArrayList<>();
        for (JsonNode element : elements(Shape.ENTITIES, raw)) {
            refs.add(entity(Shape.ENTITIES, type, element));
        }
        return Value.entities(refs);
    }

    private static EntityRef entity(Shape shape, EntityType type, JsonNode raw) throws UnreadableValue {
        return new EntityRef(type, name(shape, raw, "code"));
    }

    private static Value files(JsonNode raw) throws UnreadableValue {
        List<FileRef> files = new ArrayList<>();
        for (JsonNode element : elements(Shape.FILES, raw)) {
            files.add(FileRef.byKey(name(Shape.FILES, element, "fileKey")));
        }
        return Value.files(files);
    }

    private static String name(Shape shape, JsonNode raw, String property) throws UnreadableValue {
        String name = raw.isObject() && raw.path(property).isString() ? text(shape, raw.path(property)) : "";
        if (name.isEmpty()) {
            throw UnreadableValue.wrongJsonType(shape, raw);
        }
        return name;
    }
}
