package org.mimamori.engine.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The rows of a file, one after the other; the first holds the names of the columns. */
final class CsvRows implements AutoCloseable {

    /** kintone's limit. */
    static final int MOST_COLUMNS = 1000;

    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final FileFormat format;
    private final CSVParser parser;
    private final Iterator<CSVRecord> rows;
    private final List<String> header;
    private long row;

    CsvRows(FileContent content, FileFormat format) throws IOException {
        this.format = format;
        this.parser = CSVParser.builder()
                .setReader(reader(content, format))
                .setFormat(CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter(format.separator().sign())
                        .setIgnoreEmptyLines(false)
                        .get())
                .get();
        this.rows = parser.iterator();
        Row first = next();
        this.header = first == null ? List.of() : first.cells();
        if (header.size() > MOST_COLUMNS) {
            throw new BrokenFile(1, "import.tooManyColumns", MOST_COLUMNS);
        }
    }

    /**
     * One row.
     *
     * @param number as spreadsheets count, from 1
     */
    record Row(long number, List<String> cells) {

        /** The cell of a column; empty where the row is shorter. */
        String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }

        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    private static Reader reader(FileContent content, FileFormat format) throws IOException {
        InputStream in = new BufferedInputStream(content.open());
        in.mark(UTF_8_MARK.length);
        boolean marked = Arrays.equals(in.readNBytes(UTF_8_MARK.length), UTF_8_MARK);
        if (!marked || format.encoding() != FileFormat.Encoding.UTF_8) {
            in.reset();
        }
        return new InputStreamReader(
                in,
                Charset.forName(format.encoding().charset())
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /** Names of the columns; none for an empty file. */
    List<String> header() {
        return header;
    }

    /**
     * The next row, or null after the last.
     *
     * @throws BrokenFile if the file cannot be read on
     */
    @Nullable
    Row next() {
        row++;
        try {
            return rows.hasNext() ? new Row(row, rows.next().toList()) : null;
        } catch (UncheckedIOException broken) {
            throw broken.getCause() instanceof CharacterCodingException
                    ? new BrokenFile(
                            row, "import.badEncoding", format.encoding().name())
                    : new BrokenFile(row, "import.badQuotes");
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
