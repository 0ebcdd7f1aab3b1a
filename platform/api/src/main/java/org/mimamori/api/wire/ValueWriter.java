package org.mimamori.api.wire;

import java.time.LocalTime;
import java.util.List;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.DecimalForm;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FileRef;
import org.mimamori.engine.field.Value;
import tools.jackson.core.JsonGenerator;

/** Writes single values as kintone's record JSON has them. */
final class ValueWriter {

    private final Names names;
    private final Dialect dialect;

    ValueWriter(Names names, Dialect dialect) {
        this.names = names;
        this.dialect = dialect;
    }

    /** Writes any value but the rows of a table. */
    void write(JsonGenerator out, Field field, Value value) {
        if (isBeyondClient(field)) {
            out.writeString("");
            return;
        }
        switch (value) {
            case Value.Blank blank -> blank(out, field);
            case Value.Text(String text) -> out.writeString(text);
            case Value.Decimal decimal -> out.writeString(field.decimalForm().write(decimal.number()));
            case Value.Choice(String option) -> out.writeString(option);
            case Value.Choices(List<String> options) -> strings(out, options);
            case Value.Date date -> out.writeString(date.date().toString());
            case Value.Time(LocalTime time) -> out.writeString(time.toString().substring(0, 5));
            case Value.Moment moment -> out.writeString(moment.instant().toString());
            case Value.Entity(EntityRef ref) -> names.write(out, ref);
            case Value.Entities(List<EntityRef> refs) -> entities(out, refs);
            case Value.Files(List<FileRef> files) -> files(out, files);
            case Value.Rows rows -> throw new IllegalArgumentException("rows are written with their table");
        }
    }

    /** kintone's Java client 1.x reads every calculated value as a number and fails on any other. */
    private boolean isBeyondClient(Field field) {
        return dialect == Dialect.JAVA_1
                && field.formula() != null
                && switch (field.shape()) {
                    case DATE, TIME, MOMENT -> true;
                    case DECIMAL -> field.decimalForm() != DecimalForm.NUMBER;
                    case TEXT, CHOICE, CHOICES, ENTITY, ENTITIES, FILES, ROWS, NONE -> false;
                };
    }

    /** What kintone answers for nothing: the empty string, null or an empty list, by shape. */
    private static void blank(JsonGenerator out, Field field) {
        if (field.formula() != null) {
            out.writeString("");
            return;
        }
        switch (field.shape()) {
            case TEXT, DECIMAL, MOMENT -> out.writeString("");
            case CHOICE, DATE, TIME, ENTITY, NONE -> out.writeNull();
            case CHOICES, ENTITIES, FILES, ROWS -> {
                out.writeStartArray();
                out.writeEndArray();
            }
        }
    }

    private static void strings(JsonGenerator out, List<String> texts) {
        out.writeStartArray();
        texts.forEach(out::writeString);
        out.writeEndArray();
    }

    private void entities(JsonGenerator out, List<EntityRef> refs) {
        out.writeStartArray();
        refs.forEach(ref -> names.write(out, ref));
        out.writeEndArray();
    }

    private static void files(JsonGenerator out, List<FileRef> files) {
        out.writeStartArray();
        for (FileRef file : files) {
            out.writeStartObject();
            out.writeStringProperty("fileKey", file.key());
            out.writeStringProperty("name", file.name());
            out.writeStringProperty("contentType", file.contentType());
            out.writeStringProperty("size", Long.toString(file.size()));
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
