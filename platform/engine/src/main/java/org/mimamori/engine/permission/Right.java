package org.mimamori.engine.permission;

/** What the app's rights can allow; kintone's seven checkboxes. */
public enum Right {
    VIEW,
    ADD,
    EDIT,
    DELETE,
    MANAGE,
    IMPORT,
    EXPORT
}
