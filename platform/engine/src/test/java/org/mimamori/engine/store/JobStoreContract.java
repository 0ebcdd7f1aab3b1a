package org.mimamori.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.job.Job;
import org.mimamori.engine.job.JobStore;

/** What every store of jobs does. */
abstract class JobStoreContract {

    private static final AppId REGISTER = new AppId(901);
    private static final AppId ATTENDANCE = new AppId(902);

    protected abstract MongoStores stores();

    protected abstract MovableClock clock();

    private JobStore jobs() {
        return stores().jobs();
    }

    private long add(AppId app) {
        return jobs().add(app, Job.Kind.RECALCULATE, Map.of("a", "1"), EntityRef.user("admin"));
    }

    private Job.State state(long job) {
        return jobs().find(job).orElseThrow().state();
    }

    @AfterEach
    void cancelWhatIsLeft() {
        for (AppId app : new AppId[] {REGISTER, ATTENDANCE}) {
            jobs().of(app, 100).forEach(job -> jobs().cancel(job.id()));
        }
    }

    @Test
    void keepsWhatAJobIs() {
        long id = add(REGISTER);

        Job job = jobs().find(id).orElseThrow();

        assertThat(job)
                .isEqualTo(new Job(
                        id,
                        REGISTER,
                        Job.Kind.RECALCULATE,
                        Map.of("a", "1"),
                        Job.State.WAITING,
                        0,
                        0,
                        0,
                        "",
                        EntityRef.user("admin"),
                        clock().instant(),
                        null));
        assertThat(jobs().find(999_999)).isEmpty();
    }

    @Test
    void givesJobsOfOneAppOutOneAfterTheOther() {
        long first = add(REGISTER);
        long second = add(REGISTER);
        long other = add(ATTENDANCE);

        JobStore.Claim claim = jobs().claim().orElseThrow();
        assertThat(claim.job().id()).isEqualTo(first);
        assertThat(jobs().claim().orElseThrow().job().id()).isEqualTo(other);
        assertThat(jobs().claim()).isEmpty();

        jobs().end(claim, Job.State.DONE, "");
        assertThat(jobs().claim().orElseThrow().job().id()).isEqualTo(second);
        assertThat(state(first)).isEqualTo(Job.State.DONE);
    }

    @Test
    void countsProgress() {
        long id = add(REGISTER);
        JobStore.Claim claim = jobs().claim().orElseThrow();

        assertThat(jobs().start(claim, 1200)).isTrue();
        assertThat(jobs().advance(claim, 510, 500)).isTrue();
        assertThat(jobs().advance(claim, 1022, 500)).isTrue();

        Job job = jobs().find(id).orElseThrow();
        assertThat(job.total()).isEqualTo(1200);
        assertThat(job.done()).isEqualTo(1000);
        assertThat(job.position()).isEqualTo(1022);
    }

    @Test
    void beginsAnewWhenTheAmountOfWorkIsSaidAgain() {
        long id = add(REGISTER);
        JobStore.Claim claim = jobs().claim().orElseThrow();
        jobs().start(claim, 1200);
        jobs().advance(claim, 0, 500);

        jobs().start(claim, 1100);

        assertThat(jobs().find(id).orElseThrow().total()).isEqualTo(1100);
        assertThat(jobs().find(id).orElseThrow().done()).isZero();
    }

    @Test
    void givesAJobWhoseWorkerIsSilentToAnother() {
        add(REGISTER);
        JobStore.Claim dead = jobs().claim().orElseThrow();
        jobs().advance(dead, 500, 500);
        assertThat(jobs().claim()).isEmpty();

        clock().move(Duration.ofMinutes(3));
        JobStore.Claim next = jobs().claim().orElseThrow();

        assertThat(next.job().position()).isEqualTo(500);
        assertThat(jobs().advance(dead, 1000, 500)).isFalse();
        assertThat(jobs().advance(next, 1000, 500)).isTrue();
    }

    @Test
    void stopsTheWorkerOfACancelledJob() {
        long id = add(REGISTER);
        JobStore.Claim claim = jobs().claim().orElseThrow();

        assertThat(jobs().cancel(id)).isTrue();

        assertThat(jobs().advance(claim, 500, 500)).isFalse();
        jobs().end(claim, Job.State.DONE, "");
        assertThat(state(id)).isEqualTo(Job.State.CANCELLED);
        assertThat(jobs().cancel(id)).isFalse();
    }

    @Test
    void listsTheNewestOfAnAppFirst() {
        long first = add(REGISTER);
        long second = add(REGISTER);
        add(ATTENDANCE);

        assertThat(jobs().of(REGISTER, 2).stream().map(Job::id)).containsExactly(second, first);
    }
}
