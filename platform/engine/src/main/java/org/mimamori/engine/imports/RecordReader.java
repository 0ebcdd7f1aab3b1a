package org.mimamori.engine.imports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Row;
import org.mimamori.engine.field.UnreadableValue;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.problem.FieldProblem;
import org.mimamori.engine.record.RecordIntake.Item;
import org.mimamori.engine.record.Submission;

/** Reads the cells of a record's rows into what is to be written, and notes every cell that cannot be read. */
final class RecordReader {

    private static final int MOST_DIGITS = 18;

    private final Columns columns;
    private final CellReader cells;
    private final boolean keepEmpty;
    private final String numberPrefix;

    /** @param appCode the code a builder gave the app, which record numbers may begin with; or empty */
    RecordReader(Columns columns, CellReader cells, boolean keepEmpty, String appCode) {
        this.columns = columns;
        this.cells = cells;
        this.keepEmpty = keepEmpty;
        this.numberPrefix = appCode.isEmpty() ? "" : appCode.toLowerCase(Locale.ROOT) + "-";
    }

    FileRecord read(List<CsvRows.Row> rows) {
        CsvRows.Row first = rows.getFirst();
        List<ImportFault> faults = new ArrayList<>();
        if (columns.start() >= 0 && !first.cell(columns.start()).strip().equals(Column.MARK)) {
            faults.add(new ImportFault(first.number(), columns.start(), FieldProblem.of("", "import.startMissing")));
        }
        Map<FieldCode, Value> values = new LinkedHashMap<>(values(columns.in(null), new Spot(first, null, 0), faults));
        Map<String, List<Long>> places = new HashMap<>();
        for (Field table : columns.tables()) {
            Value read = table(table, rows, places, faults);
            if (!keepEmpty || !read.isBlank()) {
                values.put(table.code(), read);
            }
        }
        return new FileRecord(
                first.number(), new Item(key(first, faults), Submission.of(values)), List.copyOf(faults), places);
    }

    private Value table(Field table, List<CsvRows.Row> rows, Map<String, List<Long>> places, List<ImportFault> faults) {
        SortedMap<Integer, Column> inside = columns.in(table);
        List<Row> read = new ArrayList<>();
        List<Long> at = new ArrayList<>();
        for (CsvRows.Row row : rows) {
            if (inside.keySet().stream().anyMatch(column -> !row.cell(column).isBlank())) {
                Map<FieldCode, Value> values = values(inside, new Spot(row, table, read.size()), faults);
                read.add(new Row(rowId(table, row, faults), values));
                at.add(row.number());
            }
        }
        places.put(table.code().text(), at);
        return Value.rows(read);
    }

    private long rowId(Field table, CsvRows.Row row, List<ImportFault> faults) {
        int column = columns.of(table.code().text());
        String text = column < 0 ? "" : row.cell(column).strip();
        if (text.isEmpty()) {
            return Row.NEW;
        }
        if (!text.matches("[0-9]{1," + MOST_DIGITS + "}")) {
            FieldProblem problem = FieldProblem.of(table.code().text(), "import.badRowId");
            faults.add(new ImportFault(row.number(), column, problem));
            return Row.NEW;
        }
        return Long.parseLong(text);
    }

    /**
     * Where cells are read.
     *
     * @param table the table they fill a row of; null at the top level
     * @param index of that row in the table
     */
    private record Spot(CsvRows.Row row, @Nullable Field table, int index) {

        ImportFault fault(int column, FieldProblem problem) {
            FieldProblem placed =
                    table == null ? problem : problem.inRow(table.code().text(), index);
            return new ImportFault(row.number(), column, placed);
        }
    }

    private Map<FieldCode, Value> values(SortedMap<Integer, Column> inside, Spot spot, List<ImportFault> faults) {
        Map<FieldCode, Value> values = new LinkedHashMap<>();
        Map<Field, List<String>> ticked = new LinkedHashMap<>();
        inside.forEach((column, meaning) -> {
            String cell = spot.row().cell(column);
            switch (meaning) {
                case Column.Of(Field field, var home) -> {
                    if (!keepEmpty || !cell.isBlank()) {
                        read(() -> cells.read(field, cell), field, spot, column, faults)
                                .ifPresent(value -> values.put(field.code(), value));
                    }
                }
                case Column.OptionOf(Field field, var home, String option) -> {
                    List<String> options = ticked.computeIfAbsent(field, f -> new ArrayList<>());
                    if (!cell.isBlank() && !cell.strip().equals("0")) {
                        options.add(option);
                    }
                }
                case Column.RowId id -> {}
                case Column.Skipped skipped -> {}
                case Column.Start start -> {}
                case Column.Key key -> {}
            }
        });
        ticked.forEach((field, options) -> {
            if (!keepEmpty || !options.isEmpty()) {
                int column = columns.of(field.code().text());
                read(() -> cells.choices(field, options), field, spot, column, faults)
                        .ifPresent(value -> values.put(field.code(), value));
            }
        });
        return values;
    }

    /** How a cell is read. */
    private interface Reading {
        Value read() throws UnreadableValue;
    }

    private static Optional<Value> read(Reading reading, Field field, Spot spot, int column, List<ImportFault> faults) {
        try {
            return Optional.of(reading.read());
        } catch (UnreadableValue unreadable) {
            unreadable.at(field.code()).forEach(problem -> faults.add(spot.fault(column, problem)));
            return Optional.empty();
        }
    }

    private Value key(CsvRows.Row row, List<ImportFault> faults) {
        Field key = columns.key();
        if (key == null) {
            return Value.BLANK;
        }
        int column = columns.of(key.code().text());
        String cell = row.cell(column);
        try {
            return Importable.isNumber(key) ? number(cell) : key.normalize(cells.read(key, cell));
        } catch (UnreadableValue unreadable) {
            unreadable.at(key.code()).forEach(p -> faults.add(new ImportFault(row.number(), column, p)));
            return Value.BLANK;
        }
    }

    /** A record's number, with the app's code before it or without. */
    private Value number(String cell) throws UnreadableValue {
        String text = cell.strip();
        boolean prefixed =
                !numberPrefix.isEmpty() && text.toLowerCase(Locale.ROOT).startsWith(numberPrefix);
        String digits = prefixed ? text.substring(numberPrefix.length()) : text;
        if (digits.isEmpty()) {
            return Value.BLANK;
        }
        if (!digits.matches("[0-9]{1," + MOST_DIGITS + "}")) {
            throw new UnreadableValue("number.notNumeric");
        }
        return new Value.Decimal(new BigDecimal(digits));
    }
}
