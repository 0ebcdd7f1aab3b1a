package org.mimamori.engine.field;

import org.jspecify.annotations.Nullable;

/** Rules on fields that take values from other apps. */
final class Lookups {

    private Lookups() {}

    /**
     * Refuses a lookup that names no app, and one with settings that would give or bind the value otherwise: a lookup
     * takes it from elsewhere.
     */
    static void require(@Nullable Lookup lookup, boolean others) {
        if (lookup != null) {
            FieldSettingsFault.unless(!others, "lookup", "lookup.notWithOtherSettings");
            requireApp(lookup.relatedApp(), "lookup.relatedApp");
        }
    }

    static void requireApp(RelatedApp app, String property) {
        boolean named = !app.app().isEmpty() || !app.code().isEmpty();
        FieldSettingsFault.unless(named, property, "settings.noRelatedApp");
    }
}
