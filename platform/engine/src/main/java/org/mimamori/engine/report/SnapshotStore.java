package org.mimamori.engine.report;

import java.time.Instant;
import java.util.List;
import org.mimamori.engine.app.AppId;

/** Port: where results of reports are kept. Knows no rights. */
public interface SnapshotStore {

    /** Whether a report has a result for the time. */
    boolean has(AppId app, long report, Instant due);

    /** Keeps a result, unless there is one for its time already; of older ones, so many are kept. */
    void add(Snapshot snapshot, int most);

    /** The results of a report, newest first. */
    List<Snapshot> of(AppId app, long report);
}
