package org.mimamori.api.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.record.Apps;
import org.springframework.stereotype.Component;

/**
 * Makes what writes an app's records for one reply: what the caller may see, in their language, as their client reads.
 */
@Component
public final class RecordWriters {

    private final Apps apps;
    private final Directory directory;

    public RecordWriters(Apps apps, Directory directory) {
        this.apps = apps;
        this.directory = directory;
    }

    /** @param wanted codes as the caller named them; null or empty for everything */
    public RecordWriter open(Actor actor, AppId app, @Nullable List<FieldCode> wanted, Dialect dialect) {
        return of(actor, apps.see(actor, app), wanted, dialect);
    }

    /** As {@link #open}, of an app the caller has in hand. */
    public RecordWriter of(Actor actor, Apps.Seen seen, @Nullable List<FieldCode> wanted, Dialect dialect) {
        Columns columns = Columns.of(seen.app(), seen.access(), wanted);
        return new RecordWriter(columns, new Names(directory, actor.locale()), dialect);
    }
}
