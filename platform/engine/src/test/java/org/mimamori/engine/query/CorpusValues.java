package org.mimamori.engine.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.FileRef;
import org.mimamori.engine.field.Row;
import org.mimamori.engine.field.Value;
import tools.jackson.databind.JsonNode;

/** Reads the values of corpus records: plain JSON without the types and wrappings of the API. */
public final class CorpusValues {

    private CorpusValues() {}

    public static Map<FieldCode, Value> read(List<Field> fields, JsonNode record) {
        Map<FieldCode, Value> values = new HashMap<>();
        for (Field field : fields) {
            JsonNode raw = record.path(field.code().text());
            if (!raw.isMissingNode() && !raw.asString("filled").isEmpty()) {
                values.put(field.code(), value(field, raw));
            }
        }
        return values;
    }

    private static Value value(Field field, JsonNode raw) {
        return switch (field.shape()) {
            case TEXT -> Value.text(raw.asString());
            case DECIMAL -> new Value.Decimal(new BigDecimal(raw.asString()));
            case CHOICE -> new Value.Choice(raw.asString());
            case CHOICES -> Value.choices(texts(raw));
            case DATE -> new Value.Date(LocalDate.parse(raw.asString()));
            case TIME -> new Value.Time(LocalTime.parse(raw.asString()));
            case MOMENT -> new Value.Moment(Instant.parse(raw.asString()));
            case ENTITY -> new Value.Entity(new EntityRef(field.entityType(), raw.asString()));
            case ENTITIES ->
                Value.entities(texts(raw).stream()
                        .map(code -> new EntityRef(field.entityType(), code))
                        .toList());
            case FILES ->
                Value.files(texts(raw).stream()
                        .map(name -> new FileRef("key-of-" + name, name, "application/octet-stream", 1))
                        .toList());
            case ROWS -> rows(field, raw);
            case NONE -> Value.BLANK;
        };
    }

    private static Value rows(Field table, JsonNode raw) {
        List<Row> rows = new ArrayList<>();
        for (JsonNode row : raw) {
            rows.add(new Row(rows.size() + 1L, read(table.inner(), row)));
        }
        return Value.rows(rows);
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
