package org.mimamori.engine.store;

import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.file.FileStore;
import org.mimamori.engine.file.StoredFile;
import org.mimamori.engine.store.IndexSpec.Key;

/** What is known of files, in MongoDB. */
final class MongoFileStore implements FileStore {

    static final String COLLECTION = "files";

    private static final String HASH = "hash";
    private static final String CLAIMED = "claimed";
    private static final String AT = "at";
    private static final String APP = "app";
    private static final String SPACE = "space";
    private static final String PLUGIN = "plugin";
    private static final String IMPORT = "import";

    static final List<IndexSpec> INDEXES = List.of(
            IndexSpec.plain(List.of(Key.ascending(HASH))),
            IndexSpec.plain(List.of(Key.ascending(APP))),
            IndexSpec.plain(List.of(Key.ascending(CLAIMED), Key.ascending(AT), Key.ascending("_id"))));

    private final MongoAccess mongo;

    MongoFileStore(MongoAccess mongo) {
        this.mongo = mongo;
    }

    @Override
    public void save(StoredFile file) {
        Document document = new Document("_id", file.key())
                .append("name", file.name())
                .append("type", file.contentType())
                .append("size", file.size())
                .append(HASH, file.hash())
                .append("uploader", EntityCodes.write(file.uploader()))
                .append(AT, ValueWriter.moment(file.uploadedAt()))
                .append(CLAIMED, file.place() != null);
        switch (file.place()) {
            case null -> {}
            case StoredFile.Place.InRecord(AppId app, long record, FieldCode field) ->
                document.append(APP, app.value()).append("record", record).append("field", field.text());
            case StoredFile.Place.InSettings(AppId app) -> document.append(APP, app.value());
            case StoredFile.Place.InThread(long space, long thread) ->
                document.append(SPACE, space).append("thread", thread);
            case StoredFile.Place.InImport(AppId app, long job) ->
                document.append(APP, app.value()).append(IMPORT, job);
            case StoredFile.Place.InPlugin(String plugin) -> document.append(PLUGIN, plugin);
        }
        mongo.run(COLLECTION, c -> c.replaceOne(byKey(file.key()), document, new ReplaceOptions().upsert(true)));
    }

    @Override
    public Optional<StoredFile> find(String key) {
        return Optional.ofNullable(
                        mongo.find(COLLECTION, c -> c.find(byKey(key)).first()))
                .map(MongoFileStore::read);
    }

    @Override
    public void delete(String key) {
        mongo.run(COLLECTION, c -> c.deleteOne(byKey(key)));
    }

    @Override
    public List<StoredFile> unclaimedBefore(Instant instant, int limit) {
        if (limit == 0) {
            return List.of();
        }
        Document condition = new Document(CLAIMED, false).append(AT, new Document("$lt", instant));
        return mongo.get(
                COLLECTION,
                c -> c.find(condition)
                        .sort(new Document(AT, Sorting.ASCENDING).append("_id", Sorting.ASCENDING))
                        .limit(limit)
                        .map(MongoFileStore::read)
                        .into(new ArrayList<>()));
    }

    @Override
    public long usage(AppId app) {
        Document sum = new Document("_id", null).append("sum", new Document("$sum", "$size"));
        Document found = mongo.find(
                COLLECTION,
                c -> c.aggregate(List.of(
                                new Document("$match", new Document(APP, app.value())), new Document("$group", sum)))
                        .first());
        return found != null && found.get("sum") instanceof Number size ? size.longValue() : 0;
    }

    @Override
    public boolean references(String hash) {
        return mongo.find(COLLECTION, c -> c.find(new Document(HASH, hash)).first()) != null;
    }

    private static Document byKey(String key) {
        return new Document("_id", key);
    }

    private static StoredFile read(Document document) {
        return new StoredFile(
                document.getString("_id"),
                document.getString("name"),
                document.getString("type"),
                document.getLong("size"),
                document.getString(HASH),
                EntityCodes.read(document.getString("uploader")),
                document.get(AT, Instant.class),
                document.getBoolean(CLAIMED) ? place(document) : null);
    }

    private static StoredFile.Place place(Document document) {
        if (document.containsKey(SPACE)) {
            return new StoredFile.Place.InThread(document.getLong(SPACE), document.getLong("thread"));
        }
        if (document.containsKey(PLUGIN)) {
            return new StoredFile.Place.InPlugin(document.getString(PLUGIN));
        }
        AppId app = new AppId(document.getLong(APP));
        if (document.containsKey(IMPORT)) {
            return new StoredFile.Place.InImport(app, document.getLong(IMPORT));
        }
        return document.containsKey("record")
                ? new StoredFile.Place.InRecord(
                        app, document.getLong("record"), new FieldCode(document.getString("field")))
                : new StoredFile.Place.InSettings(app);
    }
}
