package org.mimamori.engine.directory;

/** What an API token permits in its app; kintone's five checkboxes. */
public enum TokenRight {
    VIEW,
    ADD,
    EDIT,
    DELETE,
    MANAGE
}
