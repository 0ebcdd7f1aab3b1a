package org.mimamori.engine.store;

import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.change.Transactions;
import org.mimamori.engine.record.AppPlaces.AppPlace;
import org.mimamori.engine.space.Space;
import org.mimamori.engine.space.SpaceStore;
import org.mimamori.engine.space.SpaceTemplate;
import org.mimamori.engine.space.SpaceThread;
import org.mimamori.engine.space.ThreadComment;
import org.mimamori.engine.store.IndexSpec.Key;

/** Spaces in MongoDB. Announcements stand apart from the spaces, which every process keeps a copy of. */
final class MongoSpaceStore implements SpaceStore {

    static final String SPACES = "spaces";
    static final String BODIES = "spaceBodies";
    static final String PLACES = "appPlaces";
    static final String THREADS = "threads";
    static final String COMMENTS = "threadComments";
    static final String TEMPLATES = "spaceTemplates";

    static final List<IndexSpec> THREAD_INDEXES =
            List.of(IndexSpec.plain(List.of(Key.ascending(SpaceCodec.SPACE), Key.ascending("_id"))));
    static final List<IndexSpec> COMMENT_INDEXES =
            List.of(IndexSpec.plain(List.of(Key.ascending(SpaceCodec.THREAD), Key.ascending(SpaceCodec.NUMBER))));

    private static final String HTML = "html";

    private final MongoAccess mongo;
    private final Counters counters;
    private final Transactions transactions;
    private final SharedVersion version;

    MongoSpaceStore(MongoAccess mongo, Counters counters, Transactions transactions, SharedVersion version) {
        this.mongo = mongo;
        this.counters = counters;
        this.transactions = transactions;
        this.version = version;
    }

    @Override
    public long version() {
        return version.read();
    }

    @Override
    public List<Space> spaces() {
        return all(SPACES, new Document(), SpaceCodec::space);
    }

    @Override
    public Map<AppId, AppPlace> places() {
        Map<AppId, AppPlace> places = new HashMap<>();
        mongo.run(
                PLACES,
                c -> c.find()
                        .forEach(document -> places.put(
                                new AppId(document.getLong("_id")),
                                new AppPlace(
                                        document.getLong(SpaceCodec.SPACE), document.getLong(SpaceCodec.THREAD)))));
        return places;
    }

    @Override
    public Optional<Space> find(long id) {
        return one(SPACES, id, SpaceCodec::space);
    }

    @Override
    public long nextId() {
        return counters.take(SPACES, 1);
    }

    @Override
    public void save(Space space) {
        changing(() -> replace(SPACES, SpaceCodec.write(space)));
    }

    @Override
    public void place(AppId app, @Nullable AppPlace place) {
        changing(() -> {
            if (place == null) {
                mongo.run(PLACES, c -> c.deleteOne(byId(app.value())));
            } else {
                replace(
                        PLACES,
                        byId(app.value())
                                .append(SpaceCodec.SPACE, place.space())
                                .append(SpaceCodec.THREAD, place.thread()));
            }
        });
    }

    /** A change of what copies hold. */
    private void changing(Runnable write) {
        transactions.run(() -> {
            write.run();
            return version.raise();
        });
        MongoTransactions.afterwards(version::forget);
    }

    @Override
    public String body(long space) {
        return one(BODIES, space, document -> document.getString(HTML)).orElse("");
    }

    @Override
    public void saveBody(long space, String html) {
        replace(BODIES, byId(space).append(HTML, html));
    }

    @Override
    public long nextThread() {
        return counters.take(THREADS, 1);
    }

    @Override
    public void saveThread(SpaceThread thread) {
        replace(THREADS, SpaceCodec.write(thread));
    }

    @Override
    public Optional<SpaceThread> thread(long id) {
        return one(THREADS, id, SpaceCodec::thread);
    }

    @Override
    public List<SpaceThread> threads(long space) {
        return all(THREADS, new Document(SpaceCodec.SPACE, space), SpaceCodec::thread);
    }

    @Override
    public long addComment(ThreadComment comment) {
        long number = counters.take("threadComments:" + comment.thread(), 1);
        mongo.run(COMMENTS, c -> c.insertOne(SpaceCodec.write(comment, number)));
        return number;
    }

    @Override
    public Optional<ThreadComment> comment(long thread, long id) {
        return one(COMMENTS, thread + ":" + id, SpaceCodec::comment);
    }

    @Override
    public long nextTemplate() {
        return counters.take(TEMPLATES, 1);
    }

    @Override
    public void saveTemplate(SpaceTemplate template) {
        replace(TEMPLATES, SpaceCodec.write(template));
    }

    @Override
    public List<SpaceTemplate> templates() {
        return all(TEMPLATES, new Document(), SpaceCodec::template);
    }

    private <T> List<T> all(String collection, Document condition, Function<Document, T> read) {
        return mongo.get(
                collection,
                c -> c.find(condition)
                        .sort(byId(Sorting.ASCENDING))
                        .map(read::apply)
                        .into(new ArrayList<>()));
    }

    private <T> Optional<T> one(String collection, Object id, Function<Document, T> read) {
        return Optional.ofNullable(mongo.find(collection, c -> c.find(byId(id)).first()))
                .map(read);
    }

    private void replace(String collection, Document document) {
        Document id = new Document("_id", document.get("_id"));
        mongo.run(collection, c -> c.replaceOne(id, document, new ReplaceOptions().upsert(true)));
    }

    private static Document byId(Object id) {
        return new Document("_id", id);
    }
}
