package org.mimamori.engine.record;

import java.util.ArrayList;
import java.util.List;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.Actor;

/**
 * Adds many records at once for the platform: every rule of the write path holds, but figures over them are brought up
 * to date only when {@link Recalculation} runs afterwards.
 */
public final class BulkLoad {

    private static final int CHUNK = 500;

    private final GuardedApps apps;
    private final Drafting drafting;
    private final RecordWriter writer;

    BulkLoad(GuardedApps apps, Drafting drafting, RecordWriter writer) {
        this.apps = apps;
        this.drafting = drafting;
        this.writer = writer;
    }

    /** Adds the records in order, a few hundred per transaction; answers their numbers. */
    public List<Saved> add(Actor.Platform actor, AppId app, List<Submission> submissions) {
        Opened opened = apps.open(actor, app);
        List<Saved> saved = new ArrayList<>();
        for (int from = 0; from < submissions.size(); from += CHUNK) {
            List<Draft> drafts = submissions.subList(from, Math.min(from + CHUNK, submissions.size())).stream()
                    .map(submission -> drafting.ofNew(opened, submission))
                    .toList();
            drafts.forEach(draft -> draft.problems().orThrow());
            saved.addAll(writer.commit(
                    opened, drafts.stream().map(drafting::numbered).toList()));
        }
        return saved;
    }
}
