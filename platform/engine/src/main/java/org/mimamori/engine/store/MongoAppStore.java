package org.mimamori.engine.store;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.app.AppStore;
import org.mimamori.engine.app.StoredApp;
import org.mimamori.engine.problem.DefinitionProblem;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.process.Status;

/** App definitions in MongoDB, and what the records of each app need: a collection with its indexes. */
final class MongoAppStore implements AppStore {

    static final String COLLECTION = "apps";

    static final List<IndexSpec> INDEXES = List.of(IndexSpec.unique(AppCodec.CODE));

    private final MongoAccess mongo;
    private final Counters counters;
    private final RecordIndexes indexes;
    private final Derivation derivation;

    MongoAppStore(MongoAccess mongo, Counters counters) {
        this.mongo = mongo;
        this.counters = counters;
        this.indexes = new RecordIndexes(mongo);
        this.derivation = new Derivation(mongo);
    }

    @Override
    public List<StoredRevision> revisions() {
        List<StoredRevision> revisions = new ArrayList<>();
        mongo.run(
                COLLECTION,
                c -> c.find()
                        .projection(Projections.include(AppCodec.CODE, AppCodec.REVISION))
                        .sort(new Document("_id", Sorting.ASCENDING))
                        .forEach(app -> revisions.add(new StoredRevision(
                                new AppId(app.getLong("_id")),
                                app.getString(AppCodec.CODE),
                                app.getLong(AppCodec.REVISION)))));
        return revisions;
    }

    @Override
    public Optional<StoredApp> find(AppId id) {
        return Optional.ofNullable(document(id)).map(AppCodec::read);
    }

    @Override
    public Optional<StoredApp> findByCode(String code) {
        return Optional.ofNullable(mongo.find(
                        COLLECTION,
                        c -> c.find(new Document(AppCodec.CODE, code)).first()))
                .map(AppCodec::read);
    }

    /** Indexes come first: what is live has them, and a key the records break is refused while the old app lives on. */
    @Override
    public void save(StoredApp app, AppDefinition compiled) {
        requireNoTransaction();
        RecordLayout layout = RecordLayout.of(compiled);
        requireStatuses(layout);
        make(layout, document(app.id()));
        Document document = AppCodec.write(app)
                .append(AppCodec.DERIVED, Derivation.parts(layout))
                .append(AppCodec.DEMANDS, AppCodec.demands(Demand.of(compiled)));
        mongo.run(
                COLLECTION,
                c -> c.replaceOne(new Document("_id", app.id().value()), document, new ReplaceOptions().upsert(true)));
        indexes.meet(compiled, documents());
        indexes.dropOthers(layout, documents());
    }

    @Override
    public void prepare(AppDefinition compiled) {
        requireNoTransaction();
        RecordLayout layout = RecordLayout.of(compiled);
        Document document = document(compiled.id());
        make(layout, document);
        if (document != null) {
            Document derived = new Document(AppCodec.DERIVED, Derivation.parts(layout));
            mongo.run(
                    COLLECTION,
                    c -> c.updateOne(new Document("_id", compiled.id().value()), new Document("$set", derived)));
        }
        indexes.dropOthers(layout, documents());
    }

    private void make(RecordLayout layout, @Nullable Document before) {
        if (before != null && isStale(layout, before)) {
            derivation.bringUpToDate(layout);
        }
        indexes.create(layout, documents());
        counters.raiseTo(Counters.ofRecords(layout.app().id()), lastNumber(layout));
    }

    /** kintone's rule: a status goes only when no record stands in it. */
    private void requireStatuses(RecordLayout layout) {
        List<@Nullable Object> known = new ArrayList<>();
        known.add(null);
        for (Status status : layout.app().process().statuses()) {
            known.add(status.name());
            known.add(status.formerName());
        }
        Document lost = known.size() == 1
                ? null
                : mongo.find(
                        layout.collection(),
                        c -> c.find(new Document(RecordLayout.STATUS, new Document("$nin", known)))
                                .projection(Projections.include(RecordLayout.STATUS))
                                .first());
        if (lost != null) {
            throw new Problem.DefinitionRefused(List.of(DefinitionProblem.of(
                            layout.app().code(),
                            "/process/states",
                            "process.statusInUse",
                            lost.getString(RecordLayout.STATUS))))
                    .asException();
        }
    }

    private static boolean isStale(RecordLayout layout, Document before) {
        Set<String> ids = new HashSet<>(AppCodec.fieldIds(before).values());
        return Derivation.isStale(layout, before.getList(AppCodec.DERIVED, String.class, List.of()), ids);
    }

    /** A counter that was lost, or restored from an older copy, must not give a number again. */
    private long lastNumber(RecordLayout layout) {
        Document last = mongo.find(
                layout.collection(),
                c -> c.find()
                        .sort(new Document(RecordLayout.NUMBER, Sorting.DESCENDING))
                        .projection(Projections.include(RecordLayout.NUMBER))
                        .first());
        return last == null ? 0 : last.getLong(RecordLayout.NUMBER);
    }

    private @Nullable Document document(AppId id) {
        return mongo.find(
                COLLECTION, c -> c.find(new Document("_id", id.value())).first());
    }

    private List<Document> documents() {
        return mongo.get(
                COLLECTION,
                c -> c.find()
                        .sort(new Document("_id", Sorting.ASCENDING))
                        .projection(Projections.exclude("json"))
                        .into(new ArrayList<>()));
    }

    @Override
    public AppId nextId() {
        return new AppId(counters.take("apps", 1));
    }

    private static void requireNoTransaction() {
        if (MongoTransactions.isRunning()) {
            throw new IllegalStateException("indexes cannot be made inside a transaction");
        }
    }
}
