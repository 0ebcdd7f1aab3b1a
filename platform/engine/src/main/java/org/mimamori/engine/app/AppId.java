package org.mimamori.engine.app;

/** Number of an app; never reused. */
public record AppId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
