package org.mimamori.embedded.pipeline;

import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.plan.Deadline;
import org.mimamori.embedded.store.Snapshot;
import org.mimamori.embedded.store.TableView;

/** The collections an aggregation can reach: those of one database, as they were at one moment. */
public record Tables(Snapshot snapshot, String database, Deadline deadline) {

    public @Nullable TableView find(String collection) {
        return snapshot.find(database + "." + collection);
    }
}
