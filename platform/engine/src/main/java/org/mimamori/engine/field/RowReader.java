package org.mimamori.engine.field;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.problem.FieldProblem;
import tools.jackson.databind.JsonNode;

/**
 * Reads the rows of a table: {@code [{"id":"12","value":{"<code>":{"value":...}}}]}. Every cell that cannot be read is
 * reported with its row. A cell not sent is absent from its row; a cell sent empty is there, and blank.
 */
final class RowReader {

    private final Field table;
    private final List<FieldProblem> problems = new ArrayList<>();
    private final Set<Long> ids = new HashSet<>();

    RowReader(Field table) {
        this.table = table;
    }

    Value read(JsonNode raw) throws UnreadableValue {
        List<Row> rows = new ArrayList<>();
        for (JsonNode row : Shapes.elements(Shape.ROWS, raw)) {
            rows.add(row(row, rows.size()));
        }
        if (!problems.isEmpty()) {
            throw UnreadableValue.inside(problems);
        }
        return Value.rows(rows);
    }

    private Row row(JsonNode raw, int index) throws UnreadableValue {
        JsonNode cells = raw.path("value");
        if (!raw.isObject() || !(cells.isObject() || cells.isNull() || cells.isMissingNode())) {
            throw UnreadableValue.wrongJsonType(Shape.ROWS, raw);
        }
        long id = id(raw.path("id"));
        if (id != Row.NEW && !ids.add(id)) {
            problems.add(FieldProblem.of(table.code().text(), "row.doubled", id));
        }
        Map<FieldCode, Value> values = new HashMap<>();
        for (Field field : table.inner()) {
            Value value = field.writable() ? cell(field, cells.path(field.code().text()), index) : null;
            if (value != null) {
                values.put(field.code(), value);
            }
        }
        return new Row(id, values);
    }

    private @Nullable Value cell(Field field, JsonNode raw, int index) throws UnreadableValue {
        if (raw.isMissingNode() || raw.isObject() && !raw.has("value")) {
            return null;
        }
        if (!raw.isObject()) {
            throw UnreadableValue.wrongJsonType(Shape.ROWS, raw);
        }
        try {
            return field.read(raw.path("value"));
        } catch (UnreadableValue unreadable) {
            return blankOrReport(field, unreadable, index);
        }
    }

    /** kintone takes text in a number cell for blank, though it refuses it in a number field outside tables. */
    private Value blankOrReport(Field field, UnreadableValue unreadable, int index) throws UnreadableValue {
        if (unreadable.isWrongJsonType()) {
            throw unreadable;
        }
        if (!unreadable.key().equals("number.notNumeric")) {
            unreadable
                    .at(field.code())
                    .forEach(problem -> problems.add(problem.inRow(table.code().text(), index)));
        }
        return Value.BLANK;
    }

    private static long id(JsonNode raw) throws UnreadableValue {
        String text = raw.isString() || raw.isIntegralNumber() ? raw.asString().strip() : "";
        if (text.isEmpty() && (raw.isString() || raw.isNull() || raw.isMissingNode())) {
            return Row.NEW;
        }
        try {
            return Math.max(Row.NEW, Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw UnreadableValue.wrongJsonType(Shape.ROWS, raw);
        }
    }
}
