package org.mimamori.engine.field;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.EntityRef;

/** What a default value may depend on: who makes the record, and when. */
public record Initial(Actor actor, Clock clock) {

    /** Now, to the minute. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MINUTES);
    }

    /** Now on the actor's wall. */
    public LocalDateTime local() {
        return LocalDateTime.ofInstant(now(), actor.zone());
    }

    public EntityRef user() {
        return actor.ref();
    }
}
