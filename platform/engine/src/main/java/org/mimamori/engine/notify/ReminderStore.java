package org.mimamori.engine.notify;

import java.time.Instant;
import java.util.Optional;

/** Port: how far reminders have been told. */
public interface ReminderStore {

    /** Up to when; empty before the first turn. */
    Optional<Instant> until();

    /** Moves on to a later instant; an earlier one than is kept changes nothing. */
    void moveTo(Instant instant);
}
