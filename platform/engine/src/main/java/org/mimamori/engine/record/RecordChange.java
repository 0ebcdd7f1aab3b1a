package org.mimamori.engine.record;

/**
 * One record's part of an update.
 *
 * @param expected revision the sender has read, or {@link #ANY}
 */
public record RecordChange(RecordKey key, long expected, Submission submission) {

    /** No check of the revision. */
    public static final long ANY = -1;
}
