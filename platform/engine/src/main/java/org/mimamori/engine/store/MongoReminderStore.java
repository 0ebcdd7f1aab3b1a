package org.mimamori.engine.store;

import java.time.Instant;
import java.util.Optional;
import org.mimamori.engine.notify.ReminderStore;

/** How far reminders have been told: a counter of milliseconds that only ever rises. */
final class MongoReminderStore implements ReminderStore {

    private static final String COUNTER = "reminders";

    private final Counters counters;

    MongoReminderStore(Counters counters) {
        this.counters = counters;
    }

    @Override
    public Optional<Instant> until() {
        long millis = counters.read(COUNTER);
        return millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    @Override
    public void moveTo(Instant instant) {
        counters.raiseTo(COUNTER, instant.toEpochMilli());
    }
}
