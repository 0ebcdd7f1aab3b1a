package org.mimamori.engine.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.EntityRef;

/** Port: where jobs are kept. Calls inside a transaction take part in it. */
public interface JobStore {

    /** A new job that waits; answers its number. */
    long add(AppId app, Job.Kind kind, Map<String, String> details, EntityRef by);

    Optional<Job> find(long id);

    /** Jobs of an app, newest first. */
    List<Job> of(AppId app, int limit);

    /**
     * Takes the next job to work on: one nobody works on, or whose worker has not been heard of for some minutes. Jobs
     * of one app come one after the other.
     */
    Optional<Claim> claim();

    /** Notes how far the work has come; false when the job is no longer the claimer's, by cancellation or delay. */
    boolean advance(Claim claim, long position, long records);

    /** Notes how much there is to do, and that nothing of it is done; false as {@link #advance}. */
    boolean start(Claim claim, long total);

    void end(Claim claim, Job.State state, String problem);

    /** Ends a job that is not over yet; false when it was. */
    boolean cancel(long id);

    /**
     * A job and the right to work on it.
     *
     * @param token tells this claim from later ones
     */
    record Claim(Job job, long token) {}
}
