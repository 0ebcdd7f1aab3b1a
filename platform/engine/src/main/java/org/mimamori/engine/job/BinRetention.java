package org.mimamori.engine.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.app.AppStore;
import org.mimamori.engine.app.DroppedField;
import org.mimamori.engine.app.StoredApp;
import org.mimamori.engine.change.Change;
import org.mimamori.engine.change.ChangeStore;
import org.mimamori.engine.change.Transactions;
import org.mimamori.engine.directory.Actor;

/**
 * Empties the recycle bin of fields: what was deleted long enough ago can no longer be put back from then on, the log
 * says so, and a job destroys what records held in it.
 */
public final class BinRetention {

    private static final Actor PURGE = new Actor.Platform("bin retention");
    private static final int JOBS = 100;

    private final AppStore apps;
    private final JobStore jobs;
    private final ChangeStore changes;
    private final Transactions transactions;
    private final Clock clock;
    private final Duration kept;

    /** @param kept how long a deleted field can be put back, from the deployment of its deletion on */
    public BinRetention(
            AppStore apps, JobStore jobs, ChangeStore changes, Transactions transactions, Clock clock, Duration kept) {
        this.apps = apps;
        this.jobs = jobs;
        this.changes = changes;
        this.transactions = transactions;
        this.clock = clock;
        this.kept = kept;
    }

    /** Answers how many fields went. */
    public int run() {
        int purged = 0;
        for (AppStore.StoredRevision one : apps.revisions()) {
            StoredApp app = apps.find(one.id()).orElse(null);
            if (app != null && !app.dropped().isEmpty()) {
                purged += transactions.run(() -> purge(one.id()));
                retry(app);
            }
        }
        return purged;
    }

    private int purge(AppId id) {
        Instant before = clock.instant().minus(kept);
        Set<String> wanted = wanted(id);
        List<DroppedField> due = apps.find(id).map(StoredApp::dropped).orElse(List.of()).stream()
                .filter(field -> !field.purged() && !field.droppedAt().isAfter(before))
                .filter(field -> !wanted.contains(field.id()))
                .toList();
        if (!due.isEmpty()) {
            Set<String> ids = due.stream().map(DroppedField::id).collect(Collectors.toSet());
            apps.purge(id, ids);
            jobs.add(id, Job.Kind.PURGE_FIELDS, PurgeDetails.write(ids), PURGE.ref());
            changes.append(due.stream().map(field -> entry(id, field)).toList());
        }
        return due.size();
    }

    /** Fields that somebody is about to put back: they are on the form that is being edited. */
    private Set<String> wanted(AppId id) {
        return apps.preview(id)
                .map(preview -> Set.copyOf(preview.app().fieldIds().values()))
                .orElse(Set.of());
    }

    private Change entry(AppId app, DroppedField field) {
        List<Change.Detail> details = List.of(
                new Change.Detail("deletedAt", field.droppedAt().toString(), null),
                new Change.Detail("deletedBy", field.droppedBy().code(), null));
        return Change.administered(
                clock.instant(),
                PURGE,
                app,
                new Change.What.Administered(Change.Subject.FIELD, field.code().text(), Change.Deed.DELETED, details));
    }

    /** A job that failed is planned anew, for nothing of what it was to destroy may stay. */
    private void retry(StoredApp app) {
        Set<Map<String, String>> seen = new HashSet<>();
        for (Job job : jobs.of(app.id(), JOBS)) {
            boolean newest = job.kind() == Job.Kind.PURGE_FIELDS && seen.add(job.details());
            if (newest && job.state() == Job.State.FAILED) {
                jobs.add(app.id(), job.kind(), job.details(), PURGE.ref());
            }
        }
    }
}
