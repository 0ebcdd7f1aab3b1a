package org.mimamori.engine.imports;

import java.util.ArrayList;
import java.util.List;

/** As many records of a file as are checked, or written, at once. */
final class Batch {

    static final int SIZE = 100;

    private Batch() {}

    /** The next records; none after the last. */
    static List<FileRecord> next(FileRecords records, RecordReader reader) {
        List<FileRecord> batch = new ArrayList<>();
        List<CsvRows.Row> rows = records.next();
        while (!rows.isEmpty()) {
            batch.add(reader.read(rows));
            rows = batch.size() < SIZE ? records.next() : List.of();
        }
        return batch;
    }
}
