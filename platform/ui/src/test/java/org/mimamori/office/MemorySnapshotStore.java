package org.mimamori.office;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.report.Snapshot;
import org.mimamori.engine.report.SnapshotStore;

/** Kept results of reports in memory. */
public final class MemorySnapshotStore implements SnapshotStore {

    private final List<Snapshot> kept = new ArrayList<>();

    @Override
    public synchronized boolean has(AppId app, long report, Instant due) {
        return of(app, report).stream().anyMatch(one -> one.due().equals(due));
    }

    @Override
    public synchronized void add(Snapshot snapshot, int most) {
        if (!has(snapshot.app(), snapshot.report(), snapshot.due())) {
            kept.add(snapshot);
        }
    }

    @Override
    public synchronized List<Snapshot> of(AppId app, long report) {
        return kept.stream()
                .filter(one -> one.app().equals(app) && one.report() == report)
                .sorted(Comparator.comparing(Snapshot::due).reversed())
                .toList();
    }
}
