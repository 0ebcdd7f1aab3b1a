package org.mimamori.engine.permission;

import java.util.EnumSet;
import java.util.Set;

/** What the app's rights can allow; kintone's seven checkboxes. */
public enum Right {
    VIEW,
    ADD,
    EDIT,
    DELETE,
    MANAGE,
    IMPORT,
    EXPORT;

    /** The rights with those they cannot do without, which kintone's screens tick by themselves. */
    static Set<Right> withImplied(Set<Right> ticked) {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        rights.addAll(ticked);
        if (rights.contains(EDIT) || rights.contains(DELETE) || rights.contains(EXPORT)) {
            rights.add(VIEW);
        }
        if (rights.contains(IMPORT)) {
            rights.add(ADD);
        }
        return rights;
    }
}
