package org.mimamori.engine.store;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The version of the directory. Every name on a screen asks for it, so that a version just read is good for a moment;
 * what this process writes itself is seen at once, what another writes after that moment.
 */
final class DirectoryVersion {

    private static final String COUNTER = "directory";

    private final Counters counters;
    private final LongSupplier nanos;
    private final long goodFor;
    private volatile Reading reading = new Reading(0, 0, false);

    /** @param nanos a clock that only runs forward, such as {@link System#nanoTime} */
    DirectoryVersion(Counters counters, Duration goodFor, LongSupplier nanos) {
        this.counters = counters;
        this.nanos = nanos;
        this.goodFor = goodFor.toNanos();
    }

    private record Reading(long version, long at, boolean valid) {}

    long read() {
        Reading held = reading;
        long now = nanos.getAsLong();
        if (held.valid() && now - held.at() < goodFor) {
            return held.version();
        }
        long version = counters.read(COUNTER);
        reading = new Reading(version, now, true);
        return version;
    }

    long raise() {
        return counters.take(COUNTER, 1);
    }

    /** To be called when a transaction that raised it has ended. */
    void forget() {
        reading = new Reading(0, 0, false);
    }
}
