package org.mimamori.engine.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;

/**
 * A condition on records, resolved and typed. The one condition language of the platform: query, view, right, rule and
 * notification all become this tree, which the store runs and {@link FilterTest} tests in memory, with the same answer.
 *
 * <p>A test on a field never fails on blank values: each case says what blank means to it. The record's number goes by
 * {@link FieldCode#ID} and is a whole decimal; no filter names a record-number field. {@link FilterTest} says each
 * case's meaning in full.
 */
public sealed interface Filter {

    Filter EVERYTHING = new All(List.of());
    Filter NOTHING = new Any(List.of());

    /** Holds when all parts hold; without parts it holds always. */
    record All(List<Filter> of) implements Filter {
        public All {
            of = List.copyOf(of);
        }
    }

    /** Holds when one part holds; without parts it never holds. */
    record Any(List<Filter> of) implements Filter {
        public Any {
            of = List.copyOf(of);
        }
    }

    /** Holds when the part does not. */
    record Not(Filter of) implements Filter {}

    /**
     * The value equals the operand, or, for a value of several parts, one part does: operands are {@code Choice} for
     * options and {@code Entity} for people. A blank operand matches blank. Text is equal when all its characters are.
     */
    record Equal(FieldCode field, Value operand) implements Filter {}

    /**
     * The value lies between two bounds of its own shape (decimal, date, time, moment, text). Null means open. Blank
     * lies in no range.
     */
    record Between(
            FieldCode field,
            @Nullable Value from,
            boolean fromIncluded,
            @Nullable Value to,
            boolean toIncluded) implements Filter {}

    /** One of the operands is the value, or a part of it; a blank operand matches blank. */
    record In(FieldCode field, List<Value> operands) implements Filter {
        public In {
            operands = List.copyOf(operands);
        }
    }

    /** The text (plain text of HTML, a file's name) contains the needle; width, case and kana do not matter. */
    record Contains(FieldCode field, String needle) implements Filter {}

    /**
     * The value is blank, or text (for HTML, plain text) of nothing but spaces, full-width ones too, tabs and line
     * ends.
     */
    record Empty(FieldCode field) implements Filter {}

    /** At least one row of the table passes; inside, field codes are those of the table's inner fields. */
    record AnyRow(FieldCode table, Filter row) implements Filter {}

    /** The table has rows and every row passes. */
    record EveryRow(FieldCode table, Filter row) implements Filter {}

    /** All the words occur somewhere in the record's searchable text that the reader may see. */
    record Search(List<String> words, List<FieldCode> in) implements Filter {
        public Search {
            words = List.copyOf(words);
            in = List.copyOf(in);
        }
    }

    static Filter all(List<Filter> parts) {
        List<Filter> kept =
                parts.stream().filter(p -> !p.equals(EVERYTHING)).distinct().toList();
        if (kept.contains(NOTHING)) {
            return NOTHING;
        }
        return kept.size() == 1 ? kept.getFirst() : new All(kept);
    }

    static Filter any(List<Filter> parts) {
        List<Filter> kept =
                parts.stream().filter(p -> !p.equals(NOTHING)).distinct().toList();
        if (kept.contains(EVERYTHING)) {
            return EVERYTHING;
        }
        return kept.size() == 1 ? kept.getFirst() : new Any(kept);
    }

    static Filter not(Filter part) {
        if (part.equals(EVERYTHING)) {
            return NOTHING;
        }
        if (part.equals(NOTHING)) {
            return EVERYTHING;
        }
        return part instanceof Not(Filter inner) ? inner : new Not(part);
    }

    default Filter and(Filter other) {
        return all(List.of(this, other));
    }

    static Filter between(FieldCode field, LocalDate from, LocalDate toExclusive) {
        return new Between(field, new Value.Date(from), true, new Value.Date(toExclusive), false);
    }

    static Filter between(FieldCode field, Instant from, Instant toExclusive) {
        return new Between(field, new Value.Moment(from), true, new Value.Moment(toExclusive), false);
    }
}
