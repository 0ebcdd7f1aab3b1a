package org.mimamori.engine.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a file gathered into records: one each, or as many as go on without a mark. */
final class FileRecords implements AutoCloseable {

    private final CsvRows rows;
    private final int start;
    private CsvRows.@Nullable Row ahead;

    /** @param start the column of the marks; -1 when each row is a record */
    FileRecords(FileContent content, FileFormat format, int start) throws IOException {
        this.rows = new CsvRows(content, format);
        this.start = start;
        this.ahead = filled();
    }

    List<String> header() {
        return rows.header();
    }

    /** The rows of the next record; none after the last. */
    List<CsvRows.Row> next() {
        List<CsvRows.Row> record = new ArrayList<>();
        while (ahead != null && (record.isEmpty() || !begins(ahead))) {
            record.add(ahead);
            ahead = filled();
        }
        return record;
    }

    /** The records up to the last; every one is read, and what cannot be read is told. */
    long count() {
        long count = 0;
        while (!next().isEmpty()) {
            count++;
        }
        return count;
    }

    boolean begins(CsvRows.Row row) {
        return start < 0 || row.cell(start).strip().equals(Column.MARK);
    }

    /** Rows without any text are no rows: spreadsheets leave them behind. */
    private CsvRows.@Nullable Row filled() {
        CsvRows.Row row;
        do {
            row = rows.next();
        } while (row != null && row.isBlank());
        return row;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
