package org.mimamori.engine.query;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.Operator;

/**
 * A condition as written, before its names are resolved. What the filter builder on screen edits. Whatever can be built
 * can be written as text, and the text parses back to the same.
 */
public sealed interface Condition {

    /** Holds when all parts hold. One part alone is written as that part. */
    record And(List<Condition> of) implements Condition {
        public And {
            of = List.copyOf(of);
            requireSome(of);
        }
    }

    /** Holds when one part holds. One part alone is written as that part. */
    record Or(List<Condition> of) implements Condition {
        public Or {
            of = List.copyOf(of);
            requireSome(of);
        }
    }

    /**
     * Parses a condition; empty when the text is.
     *
     * @throws org.mimamori.engine.problem.PlatformException with {@code QuerySyntax} saying where; an order or a limit
     *     is a mistake here
     */
    static Optional<Condition> parse(String text) {
        return Optional.ofNullable(new QueryParser(text).parseCondition());
    }

    /** All of the parts; empty when there are none. */
    static Optional<Condition> all(List<Condition> parts) {
        return parts.size() < 2 ? parts.stream().findFirst() : Optional.of(new And(parts));
    }

    /** One of the parts; empty when there are none. */
    static Optional<Condition> any(List<Condition> parts) {
        return parts.size() < 2 ? parts.stream().findFirst() : Optional.of(new Or(parts));
    }

    /** The condition as text that parses to the same condition. */
    default String text() {
        return QueryText.of(this);
    }

    private static void requireName(String name) {
        if (name.isEmpty() || !name.codePoints().allMatch(Letters::isName) || Letters.isDigit(name.charAt(0))) {
            throw new IllegalArgumentException("no name the language can hold: " + name);
        }
    }

    private static void requireSome(List<Condition> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a condition of no parts cannot be written");
        }
    }

    /**
     * A comparison.
     *
     * @param field field code, {@code $id}, or, for related records, the part before the dot
     * @param relatedField the part after the dot, or null
     * @param operands one for most operators, several for {@code in}, none for {@code is empty}
     * @param position where the field's name starts in the text; 0 when built by hand. Does not count in equality.
     */
    record Test(String field, @Nullable String relatedField, Operator operator, List<Operand> operands, int position)
            implements Condition {
        public Test {
            operands = List.copyOf(operands);
            requireName(field);
            if (relatedField != null) {
                requireName(relatedField);
            }
            requireFitting(operator, operands);
        }

        private static void requireFitting(Operator operator, List<Operand> operands) {
            boolean fits = switch (operator) {
                case EQUAL, NOT_EQUAL, GREATER, LESS, GREATER_OR_EQUAL, LESS_OR_EQUAL -> operands.size() == 1;
                case LIKE, NOT_LIKE -> operands.size() == 1 && operands.getFirst() instanceof Operand.Quoted;
                case IN, NOT_IN -> !operands.isEmpty();
                case IS_EMPTY, IS_NOT_EMPTY -> operands.isEmpty();
            };
            if (!fits) {
                throw new IllegalArgumentException(operator.sign() + " does not take " + operands);
            }
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Test that
                    && field.equals(that.field)
                    && Objects.equals(relatedField, that.relatedField)
                    && operator == that.operator
                    && operands.equals(that.operands);
        }

        @Override
        public int hashCode() {
            return Objects.hash(field, relatedField, operator, operands);
        }

        public static Test of(String field, Operator operator, Operand... operands) {
            return new Test(field, null, operator, List.of(operands), 0);
        }
    }

    /** What a field is compared with. */
    sealed interface Operand {
        /** A quoted string, without its quotes and escapes. Control characters other than line ends and tabs go. */
        record Quoted(String text) implements Operand {
            private static final Pattern UNWRITABLE = Pattern.compile("[\\p{Cc}&&[^\\t\\n\\r]]");

            // The language has no way to write them, and no text of a record holds one.
            public Quoted {
                text = UNWRITABLE.matcher(text).replaceAll("");
            }
        }

        /** A bare number. */
        record Bare(String text) implements Operand {
            private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+([.][0-9]+)?");

            public Bare {
                if (!NUMBER.matcher(text).matches()) {
                    throw new IllegalArgumentException("no number: " + text);
                }
            }
        }

        /** A function with its arguments as written. */
        record Call(String name, List<String> args) implements Operand {
            public Call {
                args = List.copyOf(args);
                requireName(name);
                args.stream().filter(arg -> !Bare.NUMBER.matcher(arg).matches()).forEach(Condition::requireName);
            }

            public static Call of(String name, String... args) {
                return new Call(name, List.of(args));
            }
        }
    }
}
