package org.mimamori.engine.field;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.mimamori.engine.problem.FieldProblem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A table inside a record.
 *
 * @param inner its columns: concrete fields, but no tables, related records or system fields
 */
@FieldType("SUBTABLE")
public record TableField(
        FieldCode code,
        String label,
        boolean noLabel,

        @JsonProperty("fields")
        @JsonSerialize(using = InnerFieldsJson.Writer.class)
        @JsonDeserialize(using = InnerFieldsJson.Reader.class)
        List<Field> inner)
        implements Field {

    public TableField {
        inner = List.copyOf(inner);
        FieldSettingsFault.unless(!inner.isEmpty(), "fields", "table.noFields");
        Set<FieldCode> codes = new HashSet<>(List.of(code));
        for (Field field : inner) {
            String property = "fields." + field.code();
            boolean holdsValue = field.shape() != Shape.ROWS && field.shape() != Shape.NONE;
            FieldSettingsFault.unless(
                    holdsValue && field.systemValue().isEmpty(), property, "table.typeNotAllowed", field.type());
            FieldSettingsFault.unless(!field.unique(), property, "table.uniqueNotAllowed");
            FieldSettingsFault.unless(codes.add(field.code()), property, "fieldCode.doubled", field.code());
        }
    }

    @Override
    public Shape shape() {
        return Shape.ROWS;
    }

    @Override
    public Value read(JsonNode raw) throws UnreadableValue {
        return raw.isNull() || raw.isMissingNode() ? Value.BLANK : new RowReader(this).read(raw);
    }

    @Override
    public Value normalize(Value value) {
        return TableRows.map(this, value, Field::normalize);
    }

    @Override
    public Value compose(Value before, Value sent, Initial initial) {
        return TableRows.compose(this, before, sent, initial);
    }

    @Override
    public void check(Value value, Consumer<FieldProblem> problems) {
        List<Row> rows = TableRows.of(value);
        for (int i = 0; i < rows.size(); i++) {
            int row = i;
            for (Field field : inner) {
                field.check(
                        rows.get(row).value(field.code()), problem -> problems.accept(problem.inRow(code.text(), row)));
            }
        }
    }

    /** A row as a form offers it: with the defaults of its fields. */
    public Row newRow(Initial initial) {
        return TableRows.compose(this, new Row(Row.NEW, Map.of()), initial);
    }
}
