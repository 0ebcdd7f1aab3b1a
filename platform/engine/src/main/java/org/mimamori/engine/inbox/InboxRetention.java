package org.mimamori.engine.inbox;

import java.time.Clock;
import java.time.Duration;

/** Drops notices that are older than kintone keeps them. */
public final class InboxRetention {

    public static final Duration KEPT = Duration.ofDays(70);

    private final InboxStore store;
    private final Clock clock;

    public InboxRetention(InboxStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Answers how many notices went. */
    public long run() {
        return store.deleteBefore(clock.instant().minus(KEPT));
    }
}
