package org.mimamori.engine.store;

import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.inbox.InboxStore;
import org.mimamori.engine.inbox.Notice;
import org.mimamori.engine.store.IndexSpec.Key;

/** Notices in MongoDB. */
final class MongoInboxStore implements InboxStore {

    static final String COLLECTION = "notices";

    private static final String PERSON = "person";
    private static final String AT = "at";
    private static final String READ = "read";

    static final List<IndexSpec> INDEXES = List.of(
            IndexSpec.plain(List.of(Key.ascending(PERSON), Key.descending(AT), Key.descending("_id"))),
            IndexSpec.plain(
                    List.of(Key.ascending(PERSON), Key.ascending(READ), Key.descending(AT), Key.descending("_id"))));

    private static final Document NEWEST_FIRST = new Document(AT, Sorting.DESCENDING).append("_id", Sorting.DESCENDING);

    private final MongoAccess mongo;

    MongoInboxStore(MongoAccess mongo) {
        this.mongo = mongo;
    }

    @Override
    public void add(Notice notice) {
        Document document = new Document("id", notice.id())
                .append(PERSON, notice.person())
                .append("app", notice.app().value())
                .append("record", notice.record())
                .append("comment", notice.comment())
                .append("actor", EntityCodes.write(notice.actor()))
                .append(AT, ValueWriter.moment(notice.at()))
                .append(READ, notice.read());
        mongo.run(
                COLLECTION,
                c -> c.updateOne(
                        new Document("_id", id(notice.person(), notice.id())),
                        new Document("$setOnInsert", document),
                        new UpdateOptions().upsert(true)));
    }

    @Override
    public List<Notice> of(String person, boolean unreadOnly, int offset, int limit) {
        if (limit == 0) {
            return List.of();
        }
        Document condition = new Document(PERSON, person);
        if (unreadOnly) {
            condition.append(READ, false);
        }
        return mongo.get(
                COLLECTION,
                c -> c.find(condition)
                        .sort(NEWEST_FIRST)
                        .skip(offset)
                        .limit(limit)
                        .map(MongoInboxStore::read)
                        .into(new ArrayList<>()));
    }

    @Override
    public void markRead(String person, List<String> ids) {
        List<String> keys = ids.stream().map(id -> id(person, id)).toList();
        mongo.run(
                COLLECTION,
                c -> c.updateMany(
                        new Document("_id", new Document("$in", keys)),
                        new Document("$set", new Document(READ, true))));
    }

    private static Notice read(Document document) {
        return new Notice(
                document.getString("id"),
                document.getString(PERSON),
                new AppId(document.getLong("app")),
                document.getLong("record"),
                document.getLong("comment"),
                EntityCodes.read(document.getString("actor")),
                document.get(AT, Instant.class),
                document.getBoolean(READ));
    }

    /** The person's code in front, with its length, so that nobody's notice can pass for another's. */
    private static String id(String person, String id) {
        return person.length() + ":" + person + ":" + id;
    }
}
