package org.mimamori.engine.store;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.app.StoredApp;
import org.mimamori.engine.app.StoredPreview;
import org.springframework.dao.DuplicateKeyException;

/** The settings of apps beside the live ones: as they are being edited, and as they were. */
final class PreviewDocuments {

    static final String COLLECTION = "app_previews";

    static final String HISTORY = "app_history";

    static final List<IndexSpec> INDEXES = List.of(new IndexSpec(
            IndexSpec.Kind.PLAIN,
            List.of(IndexSpec.Key.ascending("app"), IndexSpec.Key.descending(AppCodec.REVISION))));

    private final MongoAccess mongo;

    PreviewDocuments(MongoAccess mongo) {
        this.mongo = mongo;
    }

    Optional<StoredPreview> find(AppId id) {
        return Optional.ofNullable(mongo.find(COLLECTION, c -> c.find(byId(id)).first()))
                .map(AppCodec::readPreview);
    }

    List<AppId> all() {
        List<AppId> ids = new ArrayList<>();
        mongo.run(
                COLLECTION,
                c -> c.find()
                        .projection(Projections.include("_id"))
                        .sort(new Document("_id", Sorting.ASCENDING))
                        .forEach(preview -> ids.add(new AppId(preview.getLong("_id")))));
        return ids;
    }

    boolean save(StoredPreview preview, long expected) {
        Document document = AppCodec.write(preview);
        if (expected == 0) {
            return insert(document);
        }
        Document before = byId(preview.app().id()).append(AppCodec.REVISION, expected);
        return mongo.get(COLLECTION, c -> c.replaceOne(before, document)).getMatchedCount() == 1;
    }

    private boolean insert(Document document) {
        try {
            mongo.run(COLLECTION, c -> c.insertOne(document));
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    /** Marks fields of the recycle bin as purged. Whoever goes on from the revision before is refused. */
    void purge(AppId id, Set<String> fields) {
        Document edited = mongo.find(COLLECTION, c -> c.find(byId(id)).first());
        if (edited != null) {
            Document update = new Document("$set", new Document(AppCodec.DROPPED, AppCodec.purged(edited, fields)))
                    .append("$inc", new Document(AppCodec.REVISION, 1L));
            mongo.run(COLLECTION, c -> c.updateOne(byId(id), update));
        }
    }

    void drop(AppId id) {
        mongo.run(COLLECTION, c -> c.deleteOne(byId(id)));
    }

    /**
     * Inside the transaction that makes a definition live: its preview goes, unless somebody has edited on since, and
     * it enters the history.
     */
    void deployed(Document app) {
        Object id = app.get("_id");
        Document upToIt = new Document("$lte", app.get(AppCodec.REVISION));
        mongo.run(COLLECTION, c -> c.deleteOne(new Document("_id", id).append(AppCodec.REVISION, upToIt)));
        String entry = id + ":" + app.get(AppCodec.REVISION);
        Document kept = new Document(app).append("_id", entry).append("app", id);
        mongo.run(HISTORY, c -> c.replaceOne(new Document("_id", entry), kept, new ReplaceOptions().upsert(true)));
    }

    List<StoredApp> history(AppId id, int offset, int limit) {
        List<StoredApp> found = new ArrayList<>();
        mongo.run(
                HISTORY,
                c -> c.find(new Document("app", id.value()))
                        .sort(new Document("app", Sorting.ASCENDING).append(AppCodec.REVISION, Sorting.DESCENDING))
                        .skip(offset)
                        .limit(limit)
                        .forEach(entry -> found.add(read(entry))));
        return found;
    }

    Optional<StoredApp> revision(AppId id, long revision) {
        Document entry = new Document("_id", id + ":" + revision);
        return Optional.ofNullable(mongo.find(HISTORY, c -> c.find(entry).first()))
                .map(PreviewDocuments::read);
    }

    private static StoredApp read(Document entry) {
        return AppCodec.read(new Document(entry).append("_id", entry.get("app")));
    }

    private static Document byId(AppId id) {
        return new Document("_id", id.value());
    }
}
