package org.mimamori.engine.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Row;
import org.mimamori.engine.field.Shape;
import org.mimamori.engine.field.Value;

/** Values that say themselves what they are: the change log outlives the fields it speaks of. */
final class TaggedValues {

    private static final String SHAPE = "t";
    private static final String HELD = "v";
    private static final String BLANK = "BLANK";

    /** What a row of a table holds. */
    static final String CELLS = "cells";

    private final LoggedFields fields;

    TaggedValues(LoggedFields fields) {
        this.fields = fields;
    }

    Document write(Value value) {
        return switch (value) {
            case Value.Blank blank -> new Document(SHAPE, BLANK);
            case Value.Rows(List<Row> rows) ->
                tagged(Shape.ROWS, rows.stream().map(this::write).toList());
            case Value.Text text -> tagged(Shape.TEXT, ValueWriter.write(text));
            case Value.Decimal decimal -> tagged(Shape.DECIMAL, ValueWriter.write(decimal));
            case Value.Choice choice -> tagged(Shape.CHOICE, ValueWriter.write(choice));
            case Value.Choices choices -> tagged(Shape.CHOICES, ValueWriter.write(choices));
            case Value.Date date -> tagged(Shape.DATE, ValueWriter.write(date));
            case Value.Time time -> tagged(Shape.TIME, ValueWriter.write(time));
            case Value.Moment moment -> tagged(Shape.MOMENT, ValueWriter.write(moment));
            case Value.Entity entity -> tagged(Shape.ENTITY, ValueWriter.write(entity));
            case Value.Entities entities -> tagged(Shape.ENTITIES, ValueWriter.write(entities));
            case Value.Files files -> tagged(Shape.FILES, ValueWriter.write(files));
        };
    }

    private static Document tagged(Shape shape, Object held) {
        return new Document(SHAPE, shape.name()).append(HELD, held);
    }

    private Document write(Row row) {
        List<Document> cells = new ArrayList<>();
        row.values().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(cell -> {
            Document field = fields.write(cell.getKey());
            cells.add(field.append(HELD, write(cell.getValue())));
        });
        return new Document("id", row.id()).append(CELLS, cells);
    }

    Value read(Document document) {
        String tag = document.getString(SHAPE);
        if (tag.equals(BLANK)) {
            return Value.BLANK;
        }
        Shape shape = Shape.valueOf(tag);
        return shape == Shape.ROWS
                ? Value.rows(document.getList(HELD, Document.class).stream()
                        .map(this::row)
                        .toList())
                : ValueReader.read(shape, document.get(HELD, Object.class));
    }

    private Row row(Document document) {
        Map<FieldCode, Value> values = new HashMap<>();
        document.getList(CELLS, Document.class)
                .forEach(cell -> values.put(fields.read(cell), read(cell.get(HELD, Document.class))));
        return new Row(document.getLong("id"), values);
    }
}
