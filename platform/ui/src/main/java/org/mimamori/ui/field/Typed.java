package org.mimamori.ui.field;

import java.util.List;
import org.mimamori.engine.field.Value;

/** What the content of a control comes to. */
sealed interface Typed {

    /** A value, or blank. */
    record Read(Value value) implements Typed {}

    /** Something that is no value; key and arguments of the message, as in a field problem. */
    record Fault(String key, List<Object> args) implements Typed {
        public Fault {
            args = List.copyOf(args);
        }

        static Fault of(String key, Object... args) {
            return new Fault(key, List.of(args));
        }
    }
}
