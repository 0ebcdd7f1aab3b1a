package org.mimamori.embedded.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.bson.BsonRegularExpression;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.CommandException;
import org.mimamori.embedded.bson.Missing;
import org.mimamori.embedded.order.KeyWriter;
import org.mimamori.embedded.order.Kind;
import org.mimamori.embedded.order.Numbers;
import org.mimamori.embedded.order.ValueOrder;

/** A question about one value. A field that is not there is asked about as {@link Missing}. */
public sealed interface ValueTest {

    boolean test(@Nullable Object value);

    /** Whether an array is asked about only as a whole, not element by element as well. */
    default boolean wholeOnly() {
        return false;
    }

    /** The same value, number types apart; null also equals a missing field. */
    record Equal(@Nullable Object operand) implements ValueTest {
        @Override
        public boolean test(@Nullable Object value) {
            return ValueOrder.equal(value, operand);
        }
    }

    /** A value among these, or text that one of the patterns finds. */
    record In(List<@Nullable Object> values, List<Matches> patterns, SortedSet<byte[]> keys) implements ValueTest {

        static In of(List<?> operands) {
            List<@Nullable Object> values = new ArrayList<>();
            List<Matches> patterns = new ArrayList<>();
            SortedSet<byte[]> keys = new TreeSet<>(Arrays::compareUnsigned);
            for (Object operand : operands) {
                if (operand instanceof BsonRegularExpression regex) {
                    patterns.add(Matches.of(regex.getPattern(), regex.getOptions()));
                } else if (keys.add(KeyWriter.key(operand))) {
                    values.add(operand);
                }
            }
            return new In(values, patterns, keys);
        }

        @Override
        public boolean test(@Nullable Object value) {
            return keys.contains(KeyWriter.key(value)) || patterns.stream().anyMatch(pattern -> pattern.test(value));
        }
    }

    /** Less or more than the operand, among values of the operand's kind only. */
    record Compare(Relation relation, @Nullable Object operand) implements ValueTest {
        @Override
        public boolean test(@Nullable Object value) {
            Kind kind = Kind.of(operand);
            boolean any = kind == Kind.MIN_KEY || kind == Kind.MAX_KEY;
            if (value == Missing.MISSING && kind != Kind.NULL) {
                return false;
            }
            if (!any && kind != Kind.of(value)) {
                return false;
            }
            if (Kind.isNaN(value) || Kind.isNaN(operand)) {
                return relation.inclusive() && Kind.isNaN(value) && Kind.isNaN(operand);
            }
            return relation.holds(ValueOrder.INSTANCE.compare(value, operand));
        }
    }

    /** The four inequalities. */
    enum Relation {
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL;

        boolean holds(int comparison) {
            return switch (this) {
                case LESS -> comparison < 0;
                case LESS_OR_EQUAL -> comparison <= 0;
                case GREATER -> comparison > 0;
                case GREATER_OR_EQUAL -> comparison >= 0;
            };
        }

        public boolean inclusive() {
            return this == LESS_OR_EQUAL || this == GREATER_OR_EQUAL;
        }

        public boolean isLower() {
            return this == GREATER || this == GREATER_OR_EQUAL;
        }
    }

    /** The field is there, even if null. */
    record Exists() implements ValueTest {
        @Override
        public boolean test(@Nullable Object value) {
            return value != Missing.MISSING;
        }

        @Override
        public boolean wholeOnly() {
            return true;
        }
    }

    /** One of the types asked for, by MongoDB's names. */
    record OfType(List<TypeName> types) implements ValueTest {
        @Override
        public boolean test(@Nullable Object value) {
            return value != Missing.MISSING && types.stream().anyMatch(type -> type.holds(value));
        }
    }

    /** An array of that many elements. */
    record Size(int size) implements ValueTest {
        @Override
        public boolean test(@Nullable Object value) {
            return value instanceof List<?> list && list.size() == size;
        }

        @Override
        public boolean wholeOnly() {
            return true;
        }
    }

    /** A number that leaves that remainder. */
    record Modulo(long divisor, long remainder) implements ValueTest {
        @Override
        public boolean test(@Nullable Object value) {
            return value instanceof Number number
                    && Numbers.isFinite(number)
                    && (long) Numbers.toDouble(number) % divisor == remainder;
        }
    }

    /** Text in which the pattern is found. */
    record Matches(Pattern pattern) implements ValueTest {

        public static Matches of(String regex, String options) {
            int flags = 0;
            for (char option : options.toCharArray()) {
                flags |= switch (option) {
                    case 'i' -> Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
                    case 'm' -> Pattern.MULTILINE;
                    case 's' -> Pattern.DOTALL;
                    case 'x' -> Pattern.COMMENTS;
                    case 'u' -> 0;
                    default -> throw CommandException.location(51108, "invalid flag in regex options: " + option);
                };
            }
            try {
                return new Matches(Pattern.compile(regex, flags));
            } catch (PatternSyntaxException e) {
                throw CommandException.location(51091, "Regular expression is invalid: " + e.getDescription());
            }
        }

        @Override
        public boolean test(@Nullable Object value) {
            return switch (value) {
                case String text -> pattern.matcher(text).find();
                case BsonRegularExpression regex -> regex.getPattern().equals(pattern.pattern());
                case null, default -> false;
            };
        }
    }

    /** An array with an element, itself a document, that the filter matches. */
    record ElementMatches(Filter filter) implements ValueTest {
        @Override
        public boolean test(@Nullable Object value) {
            return value instanceof List<?> list
                    && list.stream().anyMatch(element -> element instanceof Document d && filter.matches(d));
        }

        @Override
        public boolean wholeOnly() {
            return true;
        }
    }

    /** An array with an element that passes all of these. */
    record ElementPasses(List<ValueTest> tests) implements ValueTest {
        @Override
        public boolean test(@Nullable Object value) {
            return value instanceof List<?> list
                    && list.stream().anyMatch(element -> tests.stream().allMatch(test -> test.test(element)));
        }

        @Override
        public boolean wholeOnly() {
            return true;
        }
    }

    /** Not all of these; only within an element test, for elsewhere the whole field is negated. */
    record Fails(List<ValueTest> tests) implements ValueTest {
        @Override
        public boolean test(@Nullable Object value) {
            return !tests.stream().allMatch(test -> test.test(value));
        }
    }
}
