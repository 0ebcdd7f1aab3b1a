package org.mimamori.engine.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.FileRef;
import org.mimamori.engine.field.Value;

/**
 * Turns values into what the database holds: numbers exactly, days and times as text that sorts, moments as dates,
 * people as {@link EntityCodes}. Rows are {@link RecordCodec}'s.
 */
final class ValueWriter {

    static final int FIRST_YEAR = 0;
    static final int LAST_YEAR = 9999;

    /** Where a file's key stands in what is kept of it. */
    static final String FILE_KEY = "k";

    /** Where its size in bytes stands. */
    static final String FILE_SIZE = "z";

    private ValueWriter() {}

    static Object write(Value value) {
        return switch (value) {
            case Value.Text(String text) -> text;
            case Value.Decimal(BigDecimal number) -> decimal(number);
            case Value.Choice(String option) -> option;
            case Value.Choices(List<String> options) -> options;
            case Value.Date(LocalDate date) -> day(date);
            case Value.Time(LocalTime time) -> time.toString();
            case Value.Moment(Instant instant) -> moment(instant);
            case Value.Entity(EntityRef ref) -> EntityCodes.write(ref);
            case Value.Entities(List<EntityRef> refs) ->
                refs.stream().map(EntityCodes::write).toList();
            case Value.Files(List<FileRef> files) ->
                files.stream().map(ValueWriter::file).toList();
            case Value.Blank blank -> throw new IllegalArgumentException("a blank value is not kept");
            case Value.Rows rows -> throw new IllegalArgumentException("rows need the fields of their table");
        };
    }

    /** The instant as the database can hold it. */
    static Instant moment(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }

    private static Decimal128 decimal(BigDecimal number) {
        try {
            return new Decimal128(number);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a number of more than 34 digits: " + number, e);
        }
    }

    private static String day(LocalDate date) {
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("a day that does not sort among the others: " + date);
        }
        return date.toString();
    }

    private static Document file(FileRef file) {
        return new Document(FILE_KEY, file.key())
                .append("n", file.name())
                .append("t", file.contentType())
                .append(FILE_SIZE, file.size());
    }
}
