package org.mimamori.engine.store;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The version of something every process keeps a copy of, such as the directory. Every name on a screen asks for it, so
 * that a version just read is good for a moment; what this process writes itself is seen at once, what another writes
 * after that moment.
 */
final class SharedVersion {

    private final Counters counters;
    private final String counter;
    private final LongSupplier nanos;
    private final long goodFor;
    private volatile Reading reading = new Reading(0, 0, false);

    /** @param nanos a clock that only runs forward, such as {@link System#nanoTime} */
    SharedVersion(Counters counters, String counter, Duration goodFor, LongSupplier nanos) {
        this.counters = counters;
        this.counter = counter;
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
        long version = counters.read(counter);
        reading = new Reading(version, now, true);
        return version;
    }

    long raise() {
        return counters.take(counter, 1);
    }

    /** To be called when a transaction that raised it has ended. */
    void forget() {
        reading = new Reading(0, 0, false);
    }
}
