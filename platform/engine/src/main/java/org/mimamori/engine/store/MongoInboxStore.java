package org.mimamori.engine.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.inbox.Inbox;
import org.mimamori.engine.inbox.InboxStore;
import org.mimamori.engine.inbox.Notice;
import org.mimamori.engine.store.IndexSpec.Key;

/** Notices in MongoDB. */
final class MongoInboxStore implements InboxStore {

    static final String COLLECTION = "notices";

    private static final String PERSON = "person";
    private static final String AT = "at";
    private static final String READ = "read";
    private static final String TO_ME = "toMe";
    private static final String COMMENT = "comment";
    private static final String ACTOR = "actor";

    static final List<IndexSpec> INDEXES = List.of(
            IndexSpec.plain(List.of(Key.ascending(PERSON), Key.descending(AT), Key.descending("_id"))),
            IndexSpec.plain(
                    List.of(Key.ascending(PERSON), Key.ascending(READ), Key.descending(AT), Key.descending("_id"))),
            IndexSpec.plain(
                    List.of(Key.ascending(PERSON), Key.ascending(TO_ME), Key.descending(AT), Key.descending("_id"))),
            IndexSpec.plain(List.of(Key.ascending(AT))));

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
                .append(COMMENT, notice.comment())
                .append("kind", notice.kind().name())
                .append(TO_ME, notice.toMe())
                .append(AT, ValueWriter.moment(notice.at()))
                .append(READ, notice.read());
        if (notice.actor() != null) {
            document.append(ACTOR, EntityCodes.write(notice.actor()));
        }
        if (!notice.title().isEmpty()) {
            document.append("title", notice.title());
        }
        if (!notice.fields().isEmpty()) {
            document.append(
                    "fields",
                    notice.fields().stream().map(FieldCode::text).sorted().toList());
        }
        mongo.addOnce(COLLECTION, id(notice.person(), notice.id()), document);
    }

    @Override
    public List<Notice> of(String person, Inbox.Which which, int offset, int limit) {
        if (limit == 0) {
            return List.of();
        }
        Document condition = new Document(PERSON, person);
        switch (which) {
            case ALL -> {}
            case UNREAD -> condition.append(READ, false);
            case TO_ME -> condition.append(TO_ME, true);
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

    @Override
    public long deleteBefore(Instant instant) {
        Document older = new Document(AT, new Document("$lt", ValueWriter.moment(instant)));
        return mongo.get(COLLECTION, c -> c.deleteMany(older).getDeletedCount());
    }

    /** Notices from before there were other kinds were all of mentions. */
    private static Notice read(Document document) {
        @Nullable String actor = document.getString(ACTOR);
        return new Notice(
                document.getString("id"),
                document.getString(PERSON),
                Notice.Kind.valueOf(document.get("kind", Notice.Kind.MENTIONED.name())),
                new AppId(document.getLong("app")),
                document.getLong("record"),
                document.getLong(COMMENT),
                document.get("title", ""),
                fields(document),
                document.get(TO_ME, true),
                actor == null ? null : EntityCodes.read(actor),
                document.get(AT, Instant.class),
                document.getBoolean(READ));
    }

    private static Set<FieldCode> fields(Document document) {
        @Nullable List<String> codes = document.getList("fields", String.class);
        return codes == null ? Set.of() : codes.stream().map(FieldCode::new).collect(Collectors.toSet());
    }

    /** The person's code in front, with its length, so that nobody's notice can pass for another's. */
    private static String id(String person, String id) {
        return person.length() + ":" + person + ":" + id;
    }
}
