package org.mimamori.engine.directory;

/** What a right, a mention or a selection can name. */
public enum EntityType {
    USER,
    ORGANIZATION,
    GROUP
}
