package org.mimamori.engine.job;

import java.util.List;
import java.util.Map;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.permission.Right;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.record.Apps;

/** Jobs as those who manage their app see them. */
public final class Jobs {

    private static final int MOST_SHOWN = 100;

    private final Apps apps;
    private final JobStore store;

    public Jobs(Apps apps, JobStore store) {
        this.apps = apps;
        this.store = store;
    }

    /** The newest jobs of an app. */
    public List<Job> of(Actor actor, AppDefinition app) {
        apps.access(actor, app).require(Right.MANAGE);
        return store.of(app.id(), MOST_SHOWN);
    }

    /** Calculates all records of an app anew; answers the job's number. */
    public long recalculate(Actor actor, AppDefinition app) {
        apps.access(actor, app).require(Right.MANAGE);
        return store.add(app.id(), Job.Kind.RECALCULATE, Map.of(), actor.ref());
    }

    /**
     * Ends a job; what it has done stays. One that is over is left alone.
     *
     * @throws org.mimamori.engine.problem.PlatformException with {@code JobNotFound}, and {@code BadParameter} for a
     *     purge, half of which would be neither kept nor gone
     */
    public void cancel(Actor actor, AppDefinition app, long job) {
        apps.access(actor, app).require(Right.MANAGE);
        Job found = store.find(job)
                .filter(one -> one.app().equals(app.id()))
                .orElseThrow(() -> new Problem.JobNotFound(job).asException());
        if (found.kind() == Job.Kind.PURGE_FIELDS) {
            throw Problem.BadParameter.of("job", "purgeGoesOn").asException();
        }
        store.cancel(job);
    }
}
