package org.mimamori.server.start;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.mimamori.engine.file.FileSweeper;
import org.mimamori.engine.imports.ImportRetention;
import org.mimamori.engine.inbox.InboxRetention;
import org.mimamori.engine.job.BinRetention;
import org.mimamori.engine.job.JobRunner;
import org.mimamori.engine.notify.CrossingWorker;
import org.mimamori.engine.notify.NotifyWorker;
import org.mimamori.engine.notify.ReminderWorker;
import org.mimamori.engine.record.Recalculation;
import org.mimamori.engine.report.SnapshotWorker;
import org.mimamori.engine.webhook.WebhookWorker;
import org.mimamori.server.settings.MimamoriSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The platform's work beside requests: telling people and programs, jobs, the new day, periodic reports, unclaimed
 * files, old notices, fields deleted long ago.
 */
@Component
class Workers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

    /** More than there are long kinds of work, so that notices do not wait for them. */
    private static final int THREADS = 5;

    private static final Duration TELL = Duration.ofMillis(500);
    private static final Duration JOBS = Duration.ofMillis(500);
    private static final Duration REMIND = Duration.ofSeconds(30);
    private static final Duration SEND = Duration.ofSeconds(1);
    private static final Duration NEW_DAY = Duration.ofMinutes(1);
    private static final Duration REPORTS = Duration.ofSeconds(20);
    private static final Duration SWEEP = Duration.ofHours(1);

    private final NotifyWorker notices;
    private final CrossingWorker crossings;
    private final ReminderWorker reminders;
    private final InboxRetention retention;
    private final ImportRetention imports;
    private final BinRetention bin;
    private final WebhookWorker webhooks;
    private final Recalculation recalculation;
    private final SnapshotWorker snapshots;
    private final FileSweeper files;
    private final JobRunner jobs;
    private final Clock clock;
    private final ZoneId zone;
    private volatile boolean running;
    private ScheduledExecutorService timer = Executors.newScheduledThreadPool(0);
    private volatile LocalDate calculated = LocalDate.MIN;

    Workers(
            NotifyWorker notices,
            CrossingWorker crossings,
            ReminderWorker reminders,
            InboxRetention retention,
            ImportRetention imports,
            BinRetention bin,
            WebhookWorker webhooks,
            Recalculation recalculation,
            SnapshotWorker snapshots,
            FileSweeper files,
            JobRunner jobs,
            Clock clock,
            MimamoriSettings settings) {
        this.jobs = jobs;
        this.notices = notices;
        this.crossings = crossings;
        this.reminders = reminders;
        this.retention = retention;
        this.imports = imports;
        this.bin = bin;
        this.webhooks = webhooks;
        this.recalculation = recalculation;
        this.snapshots = snapshots;
        this.files = files;
        this.clock = clock;
        this.zone = settings.zone();
    }

    @Override
    public void start() {
        timer = Executors.newScheduledThreadPool(
                THREADS, Thread.ofVirtual().name("worker-", 0).factory());
        every(TELL, this::tellPeople);
        every(JOBS, this::doJobs);
        every(REMIND, reminders::run);
        every(SEND, webhooks::run);
        every(NEW_DAY, this::newDay);
        every(REPORTS, snapshots::run);
        every(SWEEP, files::sweep);
        every(SWEEP, this::forget);
        every(SWEEP, bin::run);
        running = true;
    }

    private void every(Duration pause, Runnable work) {
        timer.scheduleWithFixedDelay(() -> survive(work), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A failure of one turn must not end the ones after it. */
    private static void survive(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("A worker failed and will try again", e);
        }
    }

    private void tellPeople() {
        int taken;
        do {
            taken = notices.run() + crossings.run();
        } while (taken > 0);
    }

    private void forget() {
        retention.run();
        imports.run();
        webhooks.forget();
    }

    private void doJobs() {
        boolean done;
        do {
            done = running && jobs.run();
        } while (done);
    }

    /** Values that read the date are calculated once a day, and at the first start of a day. */
    private void newDay() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        if (!today.equals(calculated)) {
            long changed = recalculation.daily();
            calculated = today;
            LOG.info("Calculated for {}: {} records changed", today, changed);
        }
    }

    @Override
    public void stop() {
        running = false;
        timer.shutdown();
        try {
            if (!timer.awaitTermination(10, TimeUnit.SECONDS)) {
                timer.shutdownNow();
            }
        } catch (InterruptedException e) {
            timer.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
