package org.mimamori.office;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.job.Job;
import org.mimamori.engine.job.JobStore;

/** Jobs in memory, for one worker. */
public final class MemoryJobStore implements JobStore {

    private final TreeMap<Long, Job> jobs = new TreeMap<>();
    private final Clock clock;

    public MemoryJobStore(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized long add(AppId app, Job.Kind kind, Map<String, String> details, EntityRef by) {
        long id = jobs.size() + 1L;
        jobs.put(id, new Job(id, app, kind, details, Job.State.WAITING, 0, 0, 0, "", by, clock.instant(), null));
        return id;
    }

    @Override
    public synchronized Optional<Job> find(long id) {
        return Optional.ofNullable(jobs.get(id));
    }

    @Override
    public synchronized List<Job> of(AppId app, int limit) {
        return jobs.descendingMap().values().stream()
                .filter(job -> job.app().equals(app))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Optional<Claim> claim() {
        Optional<Job> next = jobs.values().stream()
                .filter(job -> job.state() == Job.State.WAITING)
                .findFirst();
        next.ifPresent(job ->
                change(job.id(), one -> with(one, Job.State.RUNNING, one.done(), one.total(), one.position(), "")));
        return next.map(job -> new Claim(job, 1));
    }

    @Override
    public synchronized boolean advance(Claim claim, long position, long records) {
        return change(claim.job().id(), job -> with(job, job.state(), job.done() + records, job.total(), position, ""));
    }

    @Override
    public synchronized boolean start(Claim claim, long total) {
        return change(claim.job().id(), job -> with(job, job.state(), 0, total, job.position(), ""));
    }

    @Override
    public synchronized void end(Claim claim, Job.State state, String problem) {
        change(claim.job().id(), job -> with(job, state, job.done(), job.total(), job.position(), problem));
    }

    @Override
    public synchronized boolean cancel(long id) {
        return change(id, job -> with(job, Job.State.CANCELLED, job.done(), job.total(), job.position(), ""));
    }

    private boolean change(long id, UnaryOperator<Job> change) {
        Job job = jobs.get(id);
        if (job == null || job.state().isOver()) {
            return false;
        }
        jobs.put(id, change.apply(job));
        return true;
    }

    private Job with(Job job, Job.State state, long done, long total, long position, String problem) {
        return new Job(
                job.id(),
                job.app(),
                job.kind(),
                job.details(),
                state,
                done,
                total,
                position,
                problem,
                job.by(),
                job.createdAt(),
                state.isOver() ? clock.instant() : null);
    }
}
