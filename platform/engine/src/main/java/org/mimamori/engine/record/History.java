package org.mimamori.engine.record;

import java.util.List;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.change.Change;
import org.mimamori.engine.directory.Actor;

/** The changes of a record as an actor may see them: fields the actor may not see are left out. */
public interface History {

    /**
     * Changes of a record, newest first.
     *
     * @param before number of the entry to go on from, or {@link Long#MAX_VALUE} for the newest
     */
    List<Change> of(Actor actor, AppId app, long record, int limit, long before);
}
