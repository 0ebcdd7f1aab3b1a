package org.mimamori.engine.imports;

import java.util.List;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.permission.Access;
import org.mimamori.engine.record.Apps;

/** The apps, where something happens when they are looked at again: before the check, and before every batch. */
final class WatchedApps implements Apps {

    /** The look before the first batch is written; one for the check and one to begin come before. */
    static final int FIRST_BATCH = 3;

    private final Apps apps;
    private int looks;
    private int at;
    private Runnable event = () -> {};

    WatchedApps(Apps apps) {
        this.apps = apps;
    }

    /** Lets something happen before the batch of that number, counted from 1. */
    void beforeBatch(int batch, Runnable what) {
        looks = 0;
        at = FIRST_BATCH + batch - 1;
        event = what;
    }

    @Override
    public Seen see(Actor actor, AppId app) {
        looks++;
        if (looks == at) {
            event.run();
        }
        return apps.see(actor, app);
    }

    @Override
    public List<AppDefinition> all(Actor actor) {
        return apps.all(actor);
    }

    @Override
    public AppDefinition get(Actor actor, AppId app) {
        return apps.get(actor, app);
    }

    @Override
    public AppDefinition getByCode(Actor actor, String code) {
        return apps.getByCode(actor, code);
    }

    @Override
    public Access access(Actor actor, AppDefinition app) {
        return apps.access(actor, app);
    }
}
