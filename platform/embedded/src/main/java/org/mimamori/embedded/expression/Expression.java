package org.mimamori.embedded.expression;

import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.bson.Missing;
import org.mimamori.embedded.order.Numbers;

/** An aggregation expression, parsed. */
@FunctionalInterface
public interface Expression {

    /** The path that stands for the whole document, among the paths an expression reads. */
    String WHOLE = "$";

    /** The value, which is {@link Missing} if a field that is not there decides it. */
    @Nullable
    Object evaluate(Scope scope);

    /** Everything is true but false, null, a missing field and zero. */
    static boolean isTrue(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Missing missing -> false;
            case Boolean bool -> bool;
            case Number number -> Numbers.toDouble(number) != 0;
            default -> true;
        };
    }
}
