package org.mimamori.engine.surface;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that can be put forward, so that no two writes are of the same minute. */
final class Stepping extends Clock {

    private final Clock clock;
    private volatile Duration ahead = Duration.ZERO;

    Stepping(Clock clock) {
        this.clock = clock;
    }

    void pass() {
        ahead = ahead.plusMinutes(1);
    }

    @Override
    public Instant instant() {
        return clock.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
