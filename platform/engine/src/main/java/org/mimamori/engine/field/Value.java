package org.mimamori.engine.field;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.mimamori.engine.directory.EntityRef;

/** What a record holds for one field. Sealed: storage, wire, CSV, diff and editors switch over it exhaustively. */
public sealed interface Value {

    Value BLANK = new Blank();

    /** Nothing: no text, no number, no choice, an empty list. There is one way to be empty. */
    record Blank() implements Value {}

    /** Text, not empty. */
    record Text(String text) implements Value {
        public Text {
            requireFilled(text.isEmpty());
        }
    }

    /**
     * A decimal number; kept exactly, without display settings. Trailing zeros say nothing and are dropped, so that
     * equal numbers are equal values.
     */
    record Decimal(BigDecimal number) implements Value {
        public Decimal {
            number = Decimals.plain(number);
        }
    }

    /** One option of a list. */
    record Choice(String option) implements Value {}

    /** Several options of a list, in the list's order; not empty. */
    record Choices(List<String> options) implements Value {
        public Choices {
            requireFilled(options.isEmpty());
            options = List.copyOf(options);
        }
    }

    /** A calendar day, without a zone. */
    record Date(LocalDate date) implements Value {}

    /** A time of day, to the minute, without a zone. */
    record Time(LocalTime time) implements Value {
        public Time {
            time = time.truncatedTo(ChronoUnit.MINUTES);
        }
    }

    /** An instant, to the minute. */
    record Moment(Instant instant) implements Value {
        public Moment {
            instant = instant.truncatedTo(ChronoUnit.MINUTES);
        }
    }

    /** One person: who created or changed a record. */
    record Entity(EntityRef ref) implements Value {}

    /** People, organisations or groups; not empty. */
    record Entities(List<EntityRef> refs) implements Value {
        public Entities {
            requireFilled(refs.isEmpty());
            refs = List.copyOf(refs);
        }
    }

    /** Attached files; not empty. */
    record Files(List<FileRef> files) implements Value {
        public Files {
            requireFilled(files.isEmpty());
            files = List.copyOf(files);
        }
    }

    /** Rows of a table, in order; not empty. */
    record Rows(List<Row> rows) implements Value {
        public Rows {
            requireFilled(rows.isEmpty());
            rows = List.copyOf(rows);
        }
    }

    default boolean isBlank() {
        return this instanceof Blank;
    }

    static Value text(String text) {
        return text.isEmpty() ? BLANK : new Text(text);
    }

    static Value choices(List<String> options) {
        return options.isEmpty() ? BLANK : new Choices(options);
    }

    static Value entities(List<EntityRef> refs) {
        return refs.isEmpty() ? BLANK : new Entities(refs);
    }

    static Value files(List<FileRef> files) {
        return files.isEmpty() ? BLANK : new Files(files);
    }

    static Value rows(List<Row> rows) {
        return rows.isEmpty() ? BLANK : new Rows(rows);
    }

    private static void requireFilled(boolean empty) {
        if (empty) {
            throw new IllegalArgumentException("empty is Value.BLANK");
        }
    }
}
