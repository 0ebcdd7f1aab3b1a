package org.mimamori.engine.inbox;

import java.time.Instant;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.EntityRef;

/**
 * Something a person is told: today, that a comment mentions them. Holds no content: what it is about is read through
 * the person's own rights when it is shown.
 *
 * @param id unique per person
 * @param person code of the user it is for
 * @param comment number of the comment
 * @param actor who did it
 */
public record Notice(
        String id, String person, AppId app, long record, long comment, EntityRef actor, Instant at, boolean read) {}
