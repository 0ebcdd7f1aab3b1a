package org.mimamori.engine.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mimamori.engine.app.AppCatalog;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.record.FieldPurge;
import org.mimamori.engine.record.OptionRewrite;
import org.mimamori.engine.record.Recalculation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does the work of jobs, one after the other. */
public final class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private final JobStore jobs;
    private final AppCatalog catalog;
    private final Recalculation recalculation;
    private final OptionRewrite options;
    private final FieldPurge purge;
    private final Map<Job.Kind, Work> others;

    /** @param others work of further kinds */
    public JobRunner(
            JobStore jobs,
            AppCatalog catalog,
            Recalculation recalculation,
            OptionRewrite options,
            FieldPurge purge,
            List<Work> others) {
        this.purge = purge;
        this.others = others.stream().collect(Collectors.toMap(Work::kind, Function.identity()));
        this.jobs = jobs;
        this.catalog = catalog;
        this.recalculation = recalculation;
        this.options = options;
    }

    /** Takes the next job and does it to its end; false when there is none. */
    public boolean run() {
        Optional<JobStore.Claim> claim = jobs.claim();
        claim.ifPresent(this::run);
        return claim.isPresent();
    }

    private void run(JobStore.Claim claim) {
        try {
            Work other = others.get(claim.job().kind());
            Work.Outcome outcome = other == null ? own(claim) : other.run(claim.job(), progress(claim));
            jobs.end(claim, outcome.state(), outcome.problem());
        } catch (NoLongerOurs gone) {
            LOG.info("Job {} was cancelled or taken over", claim.job().id());
        } catch (RuntimeException failed) {
            LOG.error("Job {} failed", claim.job().id(), failed);
            jobs.end(claim, Job.State.FAILED, failed.getClass().getSimpleName());
        }
    }

    private Work.Progress progress(JobStore.Claim claim) {
        return new Work.Progress() {
            @Override
            public void start(long total) {
                requireOurs(jobs.start(claim, total));
            }

            @Override
            public void advance(long position, long records) {
                requireOurs(jobs.advance(claim, position, records));
            }
        };
    }

    private Work.Outcome own(JobStore.Claim claim) {
        catalog.find(claim.job().app()).ifPresent(app -> work(claim, app));
        return Work.Outcome.DONE;
    }

    private void work(JobStore.Claim claim, AppDefinition app) {
        Job job = claim.job();
        if (job.total() == 0) {
            requireOurs(jobs.start(claim, recalculation.count(app)));
        }
        switch (job.kind()) {
            case RECALCULATE -> recalculate(claim);
            case PURGE_FIELDS ->
                purge.from(
                        app.id(),
                        PurgeDetails.read(job),
                        job.position(),
                        (last, size, changed) -> requireOurs(jobs.advance(claim, last, size)));
            case RENAME_OPTIONS ->
                options.from(
                        app,
                        RenameDetails.read(job, app),
                        job.position(),
                        (last, size, changed) -> requireOurs(jobs.advance(claim, last, size)));
            case IMPORT, BUILD_INDEXES -> throw new IllegalStateException("nobody does " + job.kind());
        }
    }

    private void recalculate(JobStore.Claim claim) {
        Job job = claim.job();
        AtomicLong seen = new AtomicLong(job.done());
        recalculation.run(job.app(), new Recalculation.Progress(job.position(), job.done(), 0, false), progress -> {
            long more = progress.seen() - seen.getAndSet(progress.seen());
            requireOurs(jobs.advance(claim, progress.last(), more));
            return true;
        });
    }

    private static void requireOurs(boolean ours) {
        if (!ours) {
            throw new NoLongerOurs();
        }
    }

    /** Ends work on a job that somebody cancelled or another process took over. */
    private static final class NoLongerOurs extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
