package org.mimamori.engine.imports;

import java.time.Clock;
import java.time.Duration;
import org.mimamori.engine.job.Job;
import org.mimamori.engine.job.JobStore;

/** Forgets imports after a while, and their files as soon as nobody needs them. */
public final class ImportRetention {

    private static final Duration KEPT = Duration.ofDays(30);

    private final ImportStore store;
    private final JobStore jobs;
    private final ImportFiles files;
    private final Clock clock;

    public ImportRetention(ImportStore store, JobStore jobs, ImportFiles files, Clock clock) {
        this.store = store;
        this.jobs = jobs;
        this.files = files;
        this.clock = clock;
    }

    public void run() {
        for (ImportRun run : store.holdingFiles()) {
            if (jobs.find(run.job())
                    .map(Job::state)
                    .filter(state -> !state.isOver())
                    .isEmpty()) {
                files.drop(run);
                store.save(run.withoutFile());
            }
        }
        store.deleteBefore(clock.instant().minus(KEPT));
    }
}
