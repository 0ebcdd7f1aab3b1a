package org.mimamori.engine.store;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.report.Snapshot;
import org.mimamori.engine.report.SnapshotStore;
import org.mimamori.engine.store.IndexSpec.Key;

/** Kept results of reports in MongoDB. The time it was due is part of a result's key, so that there is one. */
final class MongoSnapshotStore implements SnapshotStore {

    static final String COLLECTION = "snapshots";

    static final List<IndexSpec> INDEXES = List.of(IndexSpec.plain(List.of(
            Key.ascending(SnapshotCodec.APP), Key.ascending(SnapshotCodec.REPORT), Key.descending(SnapshotCodec.DUE))));

    private static final Document NEWEST_FIRST = new Document(SnapshotCodec.DUE, Sorting.DESCENDING);

    private final MongoAccess mongo;

    MongoSnapshotStore(MongoAccess mongo) {
        this.mongo = mongo;
    }

    @Override
    public boolean has(AppId app, long report, Instant due) {
        return mongo.find(
                        COLLECTION,
                        c -> c.find(byId(app, report, due))
                                .projection(Projections.include(SnapshotCodec.DUE))
                                .first())
                != null;
    }

    @Override
    public void add(Snapshot snapshot, int most) {
        mongo.run(
                COLLECTION,
                c -> c.updateOne(
                        byId(snapshot.app(), snapshot.report(), snapshot.due()),
                        new Document("$setOnInsert", SnapshotCodec.write(snapshot)),
                        new UpdateOptions().upsert(true)));
        dropOlder(snapshot.app(), snapshot.report(), most);
    }

    private void dropOlder(AppId app, long report, int most) {
        Document oldest = mongo.find(
                COLLECTION,
                c -> c.find(ofReport(app, report))
                        .sort(NEWEST_FIRST)
                        .skip(most)
                        .limit(1)
                        .projection(Projections.include(SnapshotCodec.DUE))
                        .first());
        if (oldest != null) {
            Document older = ofReport(app, report)
                    .append(SnapshotCodec.DUE, new Document("$lte", oldest.get(SnapshotCodec.DUE, Instant.class)));
            mongo.run(COLLECTION, c -> c.deleteMany(older));
        }
    }

    @Override
    public List<Snapshot> of(AppId app, long report) {
        return mongo.get(
                COLLECTION,
                c -> c.find(ofReport(app, report))
                        .sort(NEWEST_FIRST)
                        .map(SnapshotCodec::read)
                        .into(new ArrayList<>()));
    }

    private static Document ofReport(AppId app, long report) {
        return new Document(SnapshotCodec.APP, app.value()).append(SnapshotCodec.REPORT, report);
    }

    private static Document byId(AppId app, long report, Instant due) {
        return new Document("_id", app + ":" + report + ":" + due.toEpochMilli());
    }
}
