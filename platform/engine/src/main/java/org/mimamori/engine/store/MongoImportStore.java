package org.mimamori.engine.store;

import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.imports.FileFormat;
import org.mimamori.engine.imports.ImportPlan;
import org.mimamori.engine.imports.ImportRun;
import org.mimamori.engine.imports.ImportStore;
import org.mimamori.engine.record.RecordIntake;
import org.mimamori.engine.store.IndexSpec.Key;

/** Imports in MongoDB. */
final class MongoImportStore implements ImportStore {

    static final String COLLECTION = "imports";

    private static final String HOLDS = "holds";
    private static final String AT = "at";
    private static final String APP = "app";
    private static final String BY = "by";
    private static final String PLAN = "plan";

    static final List<IndexSpec> INDEXES = List.of(
            IndexSpec.plain(List.of(Key.ascending(HOLDS), Key.ascending("_id"))),
            IndexSpec.plain(List.of(Key.ascending(AT))),
            IndexSpec.plain(List.of(Key.ascending(APP), Key.ascending(BY), Key.descending("_id"))));

    private final MongoAccess mongo;

    MongoImportStore(MongoAccess mongo) {
        this.mongo = mongo;
    }

    @Override
    public void save(ImportRun run) {
        Document document = byId(run.job())
                .append(APP, run.app().value())
                .append(BY, EntityCodes.write(run.by()))
                .append(AT, ValueWriter.moment(run.at()))
                .append("file", run.fileKey())
                .append("name", run.fileName())
                .append(HOLDS, run.holdsFile())
                .append(PLAN, write(run.plan()))
                .append("phase", run.phase().name())
                .append("records", run.records())
                .append("toAdd", run.toAdd())
                .append("toUpdate", run.toUpdate())
                .append("added", run.added())
                .append("updated", run.updated())
                .append("faults", run.faults().stream().map(FaultCodec::write).toList())
                .append("more", run.more());
        mongo.run(COLLECTION, c -> c.replaceOne(byId(run.job()), document, new ReplaceOptions().upsert(true)));
    }

    private static Document write(ImportPlan plan) {
        return new Document("encoding", plan.format().encoding().name())
                .append("separator", plan.format().separator().name())
                .append("mode", plan.mode().name())
                .append("key", plan.key())
                .append("columns", plan.columns())
                .append("keepEmpty", plan.keepEmpty())
                .append("checkOnly", plan.checkOnly());
    }

    @Override
    public Optional<ImportRun> find(long job) {
        return Optional.ofNullable(mongo.find(COLLECTION, c -> c.find(byId(job)).first()))
                .map(MongoImportStore::read);
    }

    @Override
    public Optional<ImportRun> latest(AppId app, EntityRef by) {
        Document own = new Document(APP, app.value()).append(BY, EntityCodes.write(by));
        Document newest = new Document(APP, Sorting.ASCENDING)
                .append(BY, Sorting.ASCENDING)
                .append("_id", Sorting.DESCENDING);
        return Optional.ofNullable(
                        mongo.find(COLLECTION, c -> c.find(own).sort(newest).first()))
                .map(MongoImportStore::read);
    }

    @Override
    public List<ImportRun> holdingFiles() {
        return mongo.get(
                COLLECTION,
                c -> c.find(new Document(HOLDS, true))
                        .map(MongoImportStore::read)
                        .into(new ArrayList<>()));
    }

    @Override
    public void deleteBefore(Instant instant) {
        mongo.run(COLLECTION, c -> c.deleteMany(new Document(AT, new Document("$lt", instant))));
    }

    private static ImportRun read(Document run) {
        return new ImportRun(
                run.getLong("_id"),
                new AppId(run.getLong(APP)),
                EntityCodes.read(run.getString(BY)),
                run.get(AT, Instant.class),
                run.getString("file"),
                run.getString("name"),
                readPlan(run.get(PLAN, Document.class)),
                ImportRun.Phase.valueOf(run.getString("phase")),
                run.getLong("records"),
                run.getLong("toAdd"),
                run.getLong("toUpdate"),
                run.getLong("added"),
                run.getLong("updated"),
                run.getList("faults", Document.class).stream()
                        .map(FaultCodec::read)
                        .toList(),
                run.getBoolean("more"));
    }

    private static ImportPlan readPlan(Document plan) {
        FileFormat format = new FileFormat(
                FileFormat.Encoding.valueOf(plan.getString("encoding")),
                FileFormat.Separator.valueOf(plan.getString("separator")));
        return new ImportPlan(
                format,
                RecordIntake.Mode.valueOf(plan.getString("mode")),
                plan.getString("key"),
                plan.getList("columns", String.class),
                plan.getBoolean("keepEmpty"),
                plan.getBoolean("checkOnly"));
    }

    private static Document byId(long job) {
        return new Document("_id", job);
    }
}
