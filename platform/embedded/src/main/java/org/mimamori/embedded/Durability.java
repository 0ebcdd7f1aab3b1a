package org.mimamori.embedded;

import java.time.Duration;

/**
 * When an acknowledged write is safe from the death of the process.
 *
 * <p>With {@link #COMMIT_EACH_WRITE} every acknowledged write survives {@code kill -9}. With {@link #groupCommit} the
 * writes of the last interval may be lost, all of them or a tail of them, never out of order. A power cut may in
 * addition lose what the operating system had not yet written, unless {@link EmbeddedSettings#sync()} is on.
 */
public record Durability(Duration interval) {

    /** Each write is handed to the operating system before it is acknowledged. */
    public static final Durability COMMIT_EACH_WRITE = new Durability(Duration.ZERO);

    /** Writes are handed over together, once per interval. */
    public static Durability groupCommit(Duration interval) {
        if (interval.toMillis() < 1) {
            throw new IllegalArgumentException("the interval of a group commit is at least a millisecond");
        }
        return new Durability(interval);
    }

    public boolean isImmediate() {
        return interval.isZero();
    }
}
