package org.mimamori.engine.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.Operator;

/** A condition as written, before its names are resolved. What the filter builder on screen edits. */
public sealed interface Condition {

    record And(List<Condition> of) implements Condition {
        public And {
            of = List.copyOf(of);
        }
    }

    record Or(List<Condition> of) implements Condition {
        public Or {
            of = List.copyOf(of);
        }
    }

    /**
     * A comparison.
     *
     * @param field field code, {@code $id}, or, for related records, the part before the dot
     * @param relatedField the part after the dot, or null
     * @param operands one for most operators, several for {@code in}, none for {@code is empty}
     * @param position where the field's name starts in the text; 0 when built by hand
     */
    record Test(String field, @Nullable String relatedField, Operator operator, List<Operand> operands, int position)
            implements Condition {
        public Test {
            operands = List.copyOf(operands);
        }

        public static Test of(String field, Operator operator, Operand... operands) {
            return new Test(field, null, operator, List.of(operands), 0);
        }
    }

    /** What a field is compared with. */
    sealed interface Operand {
        /** A quoted string, without its quotes and escapes. */
        record Quoted(String text) implements Operand {}

        /** A bare number. */
        record Bare(String text) implements Operand {}

        /** A function with its arguments as written. */
        record Call(String name, List<String> args) implements Operand {
            public Call {
                args = List.copyOf(args);
            }
        }
    }
}
