package org.mimamori.embedded.bson;

/** The value of a field that is not there, which is not the same as null. */
public enum Missing {
    MISSING
}
