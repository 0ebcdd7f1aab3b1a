package org.mimamori.engine.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.comment.Comment;
import org.mimamori.engine.comment.CommentStore;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.store.IndexSpec.Key;

/** Comments in MongoDB: one document per comment, its number counted under its record. */
final class MongoCommentStore implements CommentStore {

    static final String COLLECTION = "comments";

    static final List<IndexSpec> INDEXES =
            List.of(IndexSpec.plain(List.of(Key.ascending("app"), Key.ascending("record"), Key.ascending("number"))));

    private static final String NUMBER = "number";
    private static final String LIKES = "likes";

    private final MongoAccess mongo;
    private final Counters counters;

    MongoCommentStore(MongoAccess mongo, Counters counters) {
        this.mongo = mongo;
        this.counters = counters;
    }

    @Override
    public long add(AppId app, long record, Comment comment) {
        long number = counters.take("comments:" + app + ":" + record, 1);
        Document document = new Document("_id", id(app, record, number))
                .append("app", app.value())
                .append("record", record)
                .append(NUMBER, number)
                .append("text", comment.text())
                .append("mentions", codes(comment.mentions()))
                .append("creator", EntityCodes.write(comment.creator()))
                .append("created", ValueWriter.moment(comment.createdAt()))
                .append(LIKES, codes(comment.likes()));
        if (comment.replyTo() != null) {
            document.append("replyTo", comment.replyTo());
        }
        mongo.run(COLLECTION, c -> c.insertOne(document));
        return number;
    }

    @Override
    public Optional<Comment> find(AppId app, long record, long comment) {
        return Optional.ofNullable(mongo.find(
                        COLLECTION, c -> c.find(byId(app, record, comment)).first()))
                .map(MongoCommentStore::read);
    }

    @Override
    public List<Comment> list(AppId app, long record, boolean ascending, int offset, int limit) {
        if (limit == 0) {
            return List.of();
        }
        Document order = new Document(NUMBER, ascending ? Sorting.ASCENDING : Sorting.DESCENDING);
        return mongo.get(
                COLLECTION,
                c -> c.find(under(app, record))
                        .sort(order)
                        .skip(offset)
                        .limit(limit)
                        .map(MongoCommentStore::read)
                        .into(new ArrayList<>()));
    }

    @Override
    public long count(AppId app, long record) {
        return mongo.get(COLLECTION, c -> c.countDocuments(under(app, record)));
    }

    @Override
    public List<EntityRef> authorsBefore(AppId app, long record, long comment) {
        Document earlier = under(app, record).append(NUMBER, new Document("$lt", comment));
        return mongo
                .get(
                        COLLECTION,
                        c -> c.find(earlier)
                                .projection(new Document("creator", 1))
                                .map(found -> found.getString("creator"))
                                .into(new LinkedHashSet<>()))
                .stream()
                .map(EntityCodes::read)
                .toList();
    }

    @Override
    public void delete(AppId app, long record, long comment) {
        mongo.run(COLLECTION, c -> c.deleteOne(byId(app, record, comment)));
    }

    @Override
    public void deleteAll(AppId app, long record) {
        mongo.run(COLLECTION, c -> c.deleteMany(under(app, record)));
    }

    @Override
    public void like(AppId app, long record, long comment, EntityRef person) {
        Document likes = new Document(LIKES, EntityCodes.write(person));
        mongo.run(COLLECTION, c -> c.updateOne(byId(app, record, comment), new Document("$addToSet", likes)));
    }

    @Override
    public void unlike(AppId app, long record, long comment, EntityRef person) {
        Document likes = new Document(LIKES, EntityCodes.write(person));
        mongo.run(COLLECTION, c -> c.updateOne(byId(app, record, comment), new Document("$pull", likes)));
    }

    private static Comment read(Document document) {
        @Nullable Long replyTo = document.getLong("replyTo");
        return new Comment(
                document.getLong(NUMBER),
                replyTo,
                document.getString("text"),
                refs(document, "mentions"),
                EntityCodes.read(document.getString("creator")),
                document.get("created", Instant.class),
                refs(document, LIKES));
    }

    private static List<String> codes(List<EntityRef> refs) {
        return refs.stream().map(EntityCodes::write).toList();
    }

    private static List<EntityRef> refs(Document document, String name) {
        return document.getList(name, String.class).stream()
                .map(EntityCodes::read)
                .toList();
    }

    private static Document under(AppId app, long record) {
        return new Document("app", app.value()).append("record", record);
    }

    private static Document byId(AppId app, long record, long comment) {
        return new Document("_id", id(app, record, comment));
    }

    private static String id(AppId app, long record, long comment) {
        return app + ":" + record + ":" + comment;
    }
}
