package org.mimamori.api.record;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mimamori.api.error.CallProblem;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.FieldCode;
import org.springframework.stereotype.Component;

/** The open cursors of this process: ten at most, each for ten minutes after its last use; kintone's limits. */
@Component
final class Cursors {

    static final int MOST_OPEN = 10;
    static final Duration LIFE = Duration.ofMinutes(10);

    private final Clock clock;
    private final Map<String, Cursor> open = new HashMap<>();

    Cursors(Clock clock) {
        this.clock = clock;
    }

    /** Refuses when ten are open already, before the work of making another. */
    synchronized void requireRoom() {
        Instant now = clock.instant();
        open.values().removeIf(cursor -> !now.isBefore(cursor.expires()));
        if (open.size() >= MOST_OPEN) {
            throw new CallProblem.TooManyCursors().asException();
        }
    }

    synchronized Cursor open(
            EntityRef owner, AppId app, @Nullable List<FieldCode> fields, List<Long> records, int size) {
        requireRoom();
        Instant expires = clock.instant().plus(LIFE);
        Cursor cursor = new Cursor(UUID.randomUUID().toString(), owner, app, fields, records, size, 0, expires);
        open.put(cursor.id(), cursor);
        return cursor;
    }

    /** The cursor as it stands, moved on by one page for the next call; after its last page it is gone. */
    synchronized Cursor next(EntityRef owner, String id) {
        Cursor cursor = get(owner, id);
        if (cursor.hasMoreAfterPage()) {
            open.put(id, cursor.moved(clock.instant().plus(LIFE)));
        } else {
            open.remove(id);
        }
        return cursor;
    }

    synchronized void delete(EntityRef owner, String id) {
        open.remove(get(owner, id).id());
    }

    private Cursor get(EntityRef owner, String id) {
        Cursor cursor = open.get(id);
        if (cursor == null || !cursor.owner().equals(owner) || !clock.instant().isBefore(cursor.expires())) {
            throw new CallProblem.CursorNotFound().asException();
        }
        return cursor;
    }
}
