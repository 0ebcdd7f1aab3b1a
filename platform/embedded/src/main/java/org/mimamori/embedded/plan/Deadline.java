package org.mimamori.embedded.plan;

import org.mimamori.embedded.CommandException;

/** The moment by which a command must be done, looked at now and then while it reads. */
public final class Deadline {

    public static final Deadline NEVER = new Deadline(Long.MAX_VALUE);
    private static final int STEPS_BETWEEN_LOOKS = 256;

    private final long nanoTime;
    private int steps;

    private Deadline(long nanoTime) {
        this.nanoTime = nanoTime;
    }

    public static Deadline inMillis(long millis) {
        return new Deadline(System.nanoTime() + millis * 1_000_000);
    }

    void step() {
        if (nanoTime != Long.MAX_VALUE && ++steps % STEPS_BETWEEN_LOOKS == 0 && System.nanoTime() > nanoTime) {
            throw new CommandException(50, "MaxTimeMSExpired", "operation exceeded time limit");
        }
    }
}
