package org.mimamori.engine.directory;

import org.mimamori.engine.text.LocalText;

/** A group (role) of people across organisations. */
public record Group(String code, LocalText name) {

    /** The group everybody is in; kintone's code for it. */
    public static final String EVERYONE = "everyone";

    public EntityRef ref() {
        return EntityRef.group(code);
    }
}
