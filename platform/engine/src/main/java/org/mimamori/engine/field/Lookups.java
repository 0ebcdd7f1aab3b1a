package org.mimamori.engine.field;

import org.jspecify.annotations.Nullable;

/** Rules on fields that are lookups. */
final class Lookups {

    private Lookups() {}

    /** A lookup takes its value from elsewhere: refuses settings that would give or bind it otherwise. */
    static void requireAlone(@Nullable Lookup lookup, boolean others) {
        FieldSettingsFault.unless(lookup == null || !others, "lookup", "lookup.notWithOtherSettings");
    }
}
