package org.mimamori.embedded.command;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.CommandException;

/** Options that MongoDB has and this store has not. To ignore one would give a wrong answer, so it is refused. */
final class Refusals {

    private Refusals() {}

    /** Only the simple collation, which is comparison by code point, is what this store does. */
    static void collation(@Nullable Object collation) {
        if (collation instanceof Document document && !"simple".equals(document.get("locale")) && !document.isEmpty()) {
            throw CommandException.notImplemented("collations other than 'simple'");
        }
    }
}
