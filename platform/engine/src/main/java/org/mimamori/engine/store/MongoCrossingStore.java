package org.mimamori.engine.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.notify.Crossing;
import org.mimamori.engine.notify.CrossingStore;
import org.mimamori.engine.notify.Receiver;
import org.mimamori.engine.store.IndexSpec.Key;

/** Crossings in MongoDB; few at any time. */
final class MongoCrossingStore implements CrossingStore {

    static final String COLLECTION = "crossings";

    private static final String AT = "at";

    static final List<IndexSpec> INDEXES = List.of(IndexSpec.plain(List.of(Key.ascending(AT), Key.ascending("_id"))));

    private final MongoAccess mongo;

    MongoCrossingStore(MongoAccess mongo) {
        this.mongo = mongo;
    }

    @Override
    public void add(List<Crossing> crossings) {
        List<Document> documents =
                crossings.stream().map(MongoCrossingStore::write).toList();
        mongo.run(COLLECTION, c -> c.insertMany(documents));
    }

    @Override
    public List<Crossing> waiting(int limit) {
        return mongo.get(
                COLLECTION,
                c -> c.find(new Document())
                        .sort(new Document(AT, Sorting.ASCENDING).append("_id", Sorting.ASCENDING))
                        .limit(limit)
                        .map(MongoCrossingStore::read)
                        .into(new ArrayList<>()));
    }

    @Override
    public void remove(Crossing crossing) {
        mongo.run(COLLECTION, c -> c.deleteOne(new Document("_id", crossing.id())));
    }

    private static Document write(Crossing crossing) {
        Document document = new Document("_id", new ObjectId().toHexString())
                .append("app", crossing.app().value())
                .append("record", crossing.record())
                .append(AT, ValueWriter.moment(crossing.at()))
                .append("title", crossing.title())
                .append(
                        "fields",
                        crossing.fields().stream().map(FieldCode::text).toList())
                .append(
                        "receivers",
                        crossing.receivers().stream()
                                .map(receiver -> new Document("ref", EntityCodes.write(receiver.ref()))
                                        .append("subs", receiver.includeSubs())
                                        .append("named", receiver.named()))
                                .toList());
        return crossing.actor() == null ? document : document.append("actor", EntityCodes.write(crossing.actor()));
    }

    private static Crossing read(Document document) {
        @Nullable String actor = document.getString("actor");
        return new Crossing(
                document.getString("_id"),
                new AppId(document.getLong("app")),
                document.getLong("record"),
                actor == null ? null : EntityCodes.read(actor),
                document.get(AT, Instant.class),
                document.getString("title"),
                document.getList("fields", String.class).stream()
                        .map(FieldCode::new)
                        .collect(Collectors.toSet()),
                document.getList("receivers", Document.class).stream()
                        .map(receiver -> new Receiver(
                                EntityCodes.read(receiver.getString("ref")),
                                receiver.getBoolean("subs"),
                                receiver.getBoolean("named")))
                        .toList());
    }
}
