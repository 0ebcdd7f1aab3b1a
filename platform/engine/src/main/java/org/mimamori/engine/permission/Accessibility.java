package org.mimamori.engine.permission;

/** What an actor may do with one field, from least to most. */
public enum Accessibility {
    NONE,
    READ,
    WRITE;

    public boolean readable() {
        return this != NONE;
    }

    public boolean writable() {
        return this == WRITE;
    }
}
