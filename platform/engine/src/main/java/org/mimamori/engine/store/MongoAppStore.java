package org.mimamori.engine.store;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.app.AppStore;
import org.mimamori.engine.app.Deployment;
import org.mimamori.engine.app.StoredApp;
import org.mimamori.engine.app.StoredPreview;
import org.mimamori.engine.change.Transactions;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.job.Job;
import org.mimamori.engine.job.JobStore;
import org.mimamori.engine.problem.DefinitionProblem;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.process.Status;

/** App definitions in MongoDB, and what the records of each app need: a collection with its indexes. */
final class MongoAppStore implements AppStore {

    static final String COLLECTION = "apps";

    static final List<IndexSpec> INDEXES = List.of(IndexSpec.unique(AppCodec.CODE));

    /** So many records that an index takes longer than people would wait for a deployment, or a write. */
    static final long MANY = 20_000;

    private static final int MOST_OPEN_JOBS = 100;

    private final PreviewDocuments previews;
    private final Transactions transactions;

    private final MongoAccess mongo;
    private final Counters counters;
    private final RecordIndexes indexes;
    private final Derivation derivation;
    private final JobStore jobs;

    MongoAppStore(MongoAccess mongo, Counters counters, Transactions transactions, JobStore jobs) {
        this.jobs = jobs;
        this.mongo = mongo;
        this.previews = new PreviewDocuments(mongo);
        this.transactions = transactions;
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

    /**
     * Indexes come first: what is live has those that are rules, and a key the records break is refused while the old
     * app lives on. Where there are many records the others become a job.
     */
    @Override
    public void deploy(List<Deployment> deployments, Runnable also) {
        requireNoTransaction();
        deployments.forEach(one -> requireStatuses(RecordLayout.of(one.compiled())));
        List<Document> written = new ArrayList<>();
        Set<AppId> later = new LinkedHashSet<>();
        for (Deployment one : deployments) {
            RecordLayout layout = RecordLayout.of(one.compiled());
            if (!make(layout, document(one.app().id()))) {
                later.add(one.app().id());
            }
            written.add(AppCodec.write(one.app())
                    .append(AppCodec.DERIVED, Derivation.parts(layout))
                    .append(AppCodec.DEMANDS, AppCodec.demands(Demand.of(one.compiled()))));
        }
        transactions.run(() -> {
            written.forEach(this::keep);
            also.run();
            later.forEach(app -> plan(app, deployments.getFirst()));
            return true;
        });
        for (Deployment one : deployments) {
            derivation.settleStatuses(RecordLayout.of(one.compiled()));
            indexes.meet(one.compiled(), documents(), this::hasMany).forEach(app -> plan(app, one));
            indexes.dropOthers(RecordLayout.of(one.compiled()), documents());
        }
    }

    private void plan(AppId app, Deployment cause) {
        plan(app, cause.app().stamp().modifier());
    }

    private void plan(AppId app, EntityRef by) {
        jobs.add(app, Job.Kind.BUILD_INDEXES, Map.of(), by);
    }

    private void keep(Document app) {
        Object id = app.get("_id");
        mongo.run(COLLECTION, c -> c.replaceOne(new Document("_id", id), app, new ReplaceOptions().upsert(true)));
        previews.deployed(app);
    }

    @Override
    public Optional<StoredPreview> preview(AppId id) {
        return previews.find(id);
    }

    @Override
    public List<AppId> previews() {
        return previews.all();
    }

    @Override
    public boolean savePreview(StoredPreview preview, long expected) {
        return previews.save(preview, expected);
    }

    @Override
    public void dropPreview(AppId id) {
        previews.drop(id);
    }

    @Override
    public void purge(AppId id, Set<String> fields) {
        transactions.run(() -> {
            Document live = document(id);
            if (live != null) {
                Document purged = new Document(AppCodec.DROPPED, AppCodec.purged(live, fields));
                mongo.run(COLLECTION, c -> c.updateOne(new Document("_id", id.value()), new Document("$set", purged)));
            }
            previews.purge(id, fields);
            return true;
        });
    }

    @Override
    public List<StoredApp> history(AppId id, int offset, int limit) {
        return previews.history(id, offset, limit);
    }

    @Override
    public Optional<StoredApp> revision(AppId id, long revision) {
        return previews.revision(id, revision);
    }

    @Override
    public void prepare(AppDefinition compiled) {
        requireNoTransaction();
        RecordLayout layout = RecordLayout.of(compiled);
        Document document = document(compiled.id());
        boolean whole = make(layout, document);
        if (!whole && !isPlanned(compiled.id())) {
            plan(compiled.id(), compiled.stamp().modifier());
        }
        if (document != null) {
            Document derived = new Document(AppCodec.DERIVED, Derivation.parts(layout));
            mongo.run(
                    COLLECTION,
                    c -> c.updateOne(new Document("_id", compiled.id().value()), new Document("$set", derived)));
        }
        derivation.settleStatuses(layout);
        indexes.dropOthers(layout, documents());
    }

    private boolean isPlanned(AppId app) {
        return jobs.of(app, MOST_OPEN_JOBS).stream()
                .anyMatch(job ->
                        job.kind() == Job.Kind.BUILD_INDEXES && !job.state().isOver());
    }

    /** Makes what the records need; false where some of the indexes have been left for later. */
    private boolean make(RecordLayout layout, @Nullable Document before) {
        if (before != null && isStale(layout, before)) {
            derivation.bringUpToDate(layout);
        }
        AppId app = layout.app().id();
        boolean many = hasMany(app);
        if (many) {
            indexes.createRules(layout, documents());
        } else {
            indexes.create(layout, documents());
        }
        counters.raiseRecordsTo(app, lastNumber(app));
        return !many || indexes.missing(layout, documents()).isEmpty();
    }

    /** By the largest number, which costs nothing to find. */
    private boolean hasMany(AppId app) {
        return lastNumber(app) >= MANY;
    }

    @Override
    public void buildIndexes(AppDefinition compiled, IndexProgress progress) {
        requireNoTransaction();
        RecordLayout layout = RecordLayout.of(compiled);
        List<IndexSpec> missing = indexes.missing(layout, documents());
        progress.start(missing.size());
        for (int i = 0; i < missing.size(); i++) {
            indexes.create(layout, missing.get(i));
            progress.made(i + 1);
        }
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
    private long lastNumber(AppId app) {
        Document last = mongo.find(
                RecordLayout.collection(app),
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
