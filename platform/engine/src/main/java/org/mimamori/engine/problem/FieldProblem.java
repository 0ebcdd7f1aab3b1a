package org.mimamori.engine.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with one value of a submission.
 *
 * @param record index of the record inside a batch, or null for a single one
 * @param table code of the table the field is in, or null at the top level
 * @param row index of the table's row, or null at the top level
 * @param field code of the field
 * @param element index inside a value of several parts (an option, a person), or null for the whole value
 * @param key what is wrong; a key of the message bundles, such as {@code required} or {@code number.tooSmall}
 * @param args what the message mentions: bounds, the offending option
 */
public record FieldProblem(
        @Nullable Integer record,
        @Nullable String table,
        @Nullable Integer row,
        String field,
        @Nullable Integer element,
        String key,
        List<Object> args) {

    public FieldProblem {
        args = List.copyOf(args);
    }

    public static FieldProblem of(String field, String key, Object... args) {
        return new FieldProblem(null, null, null, field, null, key, List.of(args));
    }

    public FieldProblem inRow(String table, int row) {
        return new FieldProblem(record, table, row, field, element, key, args);
    }

    public FieldProblem inRecord(int index) {
        return new FieldProblem(index, table, row, field, element, key, args);
    }

    public FieldProblem atElement(int index) {
        return new FieldProblem(record, table, row, field, index, key, args);
    }
}
