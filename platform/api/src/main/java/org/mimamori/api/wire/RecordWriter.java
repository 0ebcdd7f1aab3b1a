package org.mimamori.api.wire;

import java.util.List;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Shape;
import org.mimamori.engine.field.SystemValue;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.query.Query;
import org.mimamori.engine.record.AppRecord;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/** Writes records as kintone's record JSON, straight into the reply. */
public final class RecordWriter {

    private static final SerializableString TYPE = new SerializedString("type");
    private static final SerializableString VALUE = new SerializedString("value");
    private static final SerializableString ROW_ID = new SerializedString("id");

    private final Columns columns;
    private final List<Column> shown;
    private final ValueWriter values;
    private final String numberPrefix;
    private final StatusNames statuses;

    RecordWriter(Columns columns, Names names, Dialect dialect) {
        this.columns = columns;
        this.shown = columns.fields().stream().map(Column::of).toList();
        this.values = new ValueWriter(names, dialect);
        this.statuses = new StatusNames(columns.app(), names.locale());
        String code = columns.app().givenCode();
        this.numberPrefix = code.isEmpty() ? "" : code + "-";
    }

    /** Codes of the fields it writes: what the engine is asked for. */
    public List<FieldCode> codes() {
        return columns.codes();
    }

    /**
     * Parses a query over the records, in which statuses may be named as they are shown.
     *
     * @throws org.mimamori.engine.problem.PlatformException with {@code QuerySyntax} saying where
     */
    public Query query(String text) {
        return statuses.meant(Query.parse(text));
    }

    /** A field with what is the same in every record: its name and type, ready to be written. */
    private record Column(
            Field field,
            boolean number,
            boolean status,
            SerializableString name,
            SerializableString type,
            List<Column> inner) {

        static Column of(Field field) {
            return new Column(
                    field,
                    field.systemValue()
                            .filter(SystemValue.RECORD_NUMBER::equals)
                            .isPresent(),
                    field.systemValue().filter(SystemValue.STATUS::equals).isPresent(),
                    new SerializedString(field.code().text()),
                    new SerializedString(field.type()),
                    field.inner().stream()
                            .filter(inner -> inner.shape() != Shape.NONE)
                            .map(Column::of)
                            .toList());
        }
    }

    public void writeAll(JsonGenerator out, List<AppRecord> records) {
        out.writeStartArray();
        for (AppRecord one : records) {
            write(out, one);
        }
        out.writeEndArray();
    }

    public void write(JsonGenerator out, AppRecord one) {
        out.writeStartObject();
        for (Column column : shown) {
            if (!one.hides(column.field().code())) {
                write(out, column, one);
            }
        }
        if (columns.revision()) {
            own(out, "$revision", "__REVISION__", one.revision());
        }
        if (columns.id()) {
            own(out, "$id", "__ID__", one.id());
        }
        out.writeEndObject();
    }

    private void write(JsonGenerator out, Column column, AppRecord one) {
        start(out, column);
        if (column.number()) {
            out.writeString(numberPrefix + one.id());
        } else if (column.status() && one.value(column.field()) instanceof Value.Choice(String status)) {
            out.writeString(statuses.shown(status));
        } else {
            write(out, column, one.value(column.field()));
        }
        out.writeEndObject();
    }

    private static void own(JsonGenerator out, String name, String type, long number) {
        out.writeName(name);
        out.writeStartObject();
        out.writeName(TYPE);
        out.writeString(type);
        out.writeName(VALUE);
        out.writeString(Long.toString(number));
        out.writeEndObject();
    }

    private static void start(JsonGenerator out, Column column) {
        out.writeName(column.name());
        out.writeStartObject();
        out.writeName(TYPE);
        out.writeString(column.type());
        out.writeName(VALUE);
    }

    private void write(JsonGenerator out, Column column, Value value) {
        if (value instanceof Value.Rows rows) {
            writeRows(out, column, rows);
        } else {
            values.write(out, column.field(), value);
        }
    }

    private void writeRows(JsonGenerator out, Column table, Value.Rows rows) {
        out.writeStartArray();
        rows.rows().forEach(row -> {
            out.writeStartObject();
            out.writeName(ROW_ID);
            out.writeString(Long.toString(row.id()));
            out.writeName(VALUE);
            out.writeStartObject();
            for (Column column : table.inner()) {
                start(out, column);
                write(out, column, row.value(column.field().code()));
                out.writeEndObject();
            }
            out.writeEndObject();
            out.writeEndObject();
        });
        out.writeEndArray();
    }
}
