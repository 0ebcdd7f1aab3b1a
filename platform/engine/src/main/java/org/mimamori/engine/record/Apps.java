package org.mimamori.engine.record;

import java.util.List;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.permission.Access;

/** The apps as an actor sees them. An app the actor may not see does not exist. */
public interface Apps {

    /** An app and what the actor may do in it. */
    record Seen(AppDefinition app, Access access) {}

    /** The app with the actor's access to it, worked out once; {@code AppNotFound} as {@link #get}. */
    default Seen see(Actor actor, AppId app) {
        AppDefinition seen = get(actor, app);
        return new Seen(seen, access(actor, seen));
    }

    /** Apps the actor may see, by number. */
    List<AppDefinition> all(Actor actor);

    /** The app, or {@code AppNotFound}. */
    AppDefinition get(Actor actor, AppId app);

    /** The app of that code, or {@code AppNotFound}. */
    AppDefinition getByCode(Actor actor, String code);

    /** What the actor may do in the app at this instant; nothing when it is in a space the actor may not enter. */
    Access access(Actor actor, AppDefinition app);
}
