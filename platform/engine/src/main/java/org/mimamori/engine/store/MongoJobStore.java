package org.mimamori.engine.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.job.Job;
import org.mimamori.engine.job.JobStore;
import org.mimamori.engine.store.IndexSpec.Key;

/** Jobs in MongoDB. */
final class MongoJobStore implements JobStore {

    static final String COLLECTION = "jobs";

    /** How long a worker may be silent before another takes its job over. */
    static final Duration LEASE = Duration.ofMinutes(2);

    private static final String STATE = "state";
    private static final String APP = "app";
    private static final String TOKEN = "token";
    private static final String UNTIL = "until";
    private static final String DONE = "done";
    private static final String POSITION = "position";

    static final List<IndexSpec> INDEXES = List.of(
            IndexSpec.plain(List.of(Key.ascending(STATE), Key.ascending("_id"))),
            IndexSpec.plain(List.of(Key.ascending(APP), Key.descending("_id"))));

    private static final Document NOT_OVER =
            new Document("$in", List.of(Job.State.WAITING.name(), Job.State.RUNNING.name()));

    private final MongoAccess mongo;
    private final Counters counters;
    private final Clock clock;

    MongoJobStore(MongoAccess mongo, Counters counters, Clock clock) {
        this.mongo = mongo;
        this.counters = counters;
        this.clock = clock;
    }

    @Override
    public long add(AppId app, Job.Kind kind, Map<String, String> details, EntityRef by) {
        long id = counters.take(COLLECTION, 1);
        Document job = new Document("_id", id)
                .append(APP, app.value())
                .append("kind", kind.name())
                .append("details", new Document(new HashMap<String, Object>(details)))
                .append(STATE, Job.State.WAITING.name())
                .append(DONE, 0L)
                .append("total", 0L)
                .append(POSITION, 0L)
                .append("problem", "")
                .append("by", EntityCodes.write(by))
                .append("created", ValueWriter.moment(clock.instant()))
                .append(TOKEN, 0L);
        mongo.run(COLLECTION, c -> c.insertOne(job));
        return id;
    }

    @Override
    public Optional<Job> find(long id) {
        return Optional.ofNullable(mongo.find(
                        COLLECTION, c -> c.find(new Document("_id", id)).first()))
                .map(MongoJobStore::read);
    }

    @Override
    public List<Job> of(AppId app, int limit) {
        return mongo.get(
                COLLECTION,
                c -> c.find(new Document(APP, app.value()))
                        .sort(new Document(APP, Sorting.ASCENDING).append("_id", Sorting.DESCENDING))
                        .limit(limit)
                        .map(MongoJobStore::read)
                        .into(new ArrayList<>()));
    }

    @Override
    public Optional<Claim> claim() {
        Instant now = clock.instant();
        Set<Long> busy = new HashSet<>();
        for (Document job : open()) {
            Instant until = job.get(UNTIL, Instant.class);
            boolean free = until == null || !until.isAfter(now);
            if (busy.add(job.getLong(APP)) && free && take(job, now)) {
                return Optional.of(new Claim(read(job), job.getLong(TOKEN) + 1));
            }
        }
        return Optional.empty();
    }

    private List<Document> open() {
        return mongo.get(
                COLLECTION,
                c -> c.find(new Document(STATE, NOT_OVER))
                        .sort(new Document("_id", Sorting.ASCENDING))
                        .into(new ArrayList<>()));
    }

    private boolean take(Document job, Instant now) {
        Document unchanged = new Document("_id", job.get("_id"))
                .append(TOKEN, job.getLong(TOKEN))
                .append(STATE, NOT_OVER);
        Document set = new Document(STATE, Job.State.RUNNING.name())
                .append(UNTIL, ValueWriter.moment(now.plus(LEASE)))
                .append(TOKEN, job.getLong(TOKEN) + 1);
        return mongo.get(COLLECTION, c -> c.updateOne(unchanged, new Document("$set", set)))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public boolean advance(Claim claim, long position, long records) {
        return update(
                claim,
                new Document("$set", new Document(POSITION, position).append(UNTIL, lease()))
                        .append("$inc", new Document(DONE, records)));
    }

    @Override
    public boolean start(Claim claim, long total) {
        return update(
                claim,
                new Document(
                        "$set", new Document("total", total).append(DONE, 0L).append(UNTIL, lease())));
    }

    @Override
    public void end(Claim claim, Job.State state, String problem) {
        update(claim, new Document("$set", ended(state).append("problem", problem)));
    }

    @Override
    public boolean cancel(long id) {
        Document open = new Document("_id", id).append(STATE, NOT_OVER);
        return mongo.get(COLLECTION, c -> c.updateOne(open, new Document("$set", ended(Job.State.CANCELLED))))
                        .getMatchedCount()
                == 1;
    }

    private Document ended(Job.State state) {
        return new Document(STATE, state.name()).append("ended", ValueWriter.moment(clock.instant()));
    }

    private boolean update(Claim claim, Document update) {
        Document ours = new Document("_id", claim.job().id())
                .append(TOKEN, claim.token())
                .append(STATE, Job.State.RUNNING.name());
        return mongo.get(COLLECTION, c -> c.updateOne(ours, update)).getMatchedCount() == 1;
    }

    private Instant lease() {
        return ValueWriter.moment(clock.instant().plus(LEASE));
    }

    private static Job read(Document job) {
        Map<String, String> details = new HashMap<>();
        job.get("details", Document.class).forEach((key, value) -> details.put(key, (String) value));
        return new Job(
                job.getLong("_id"),
                new AppId(job.getLong(APP)),
                Job.Kind.valueOf(job.getString("kind")),
                details,
                Job.State.valueOf(job.getString(STATE)),
                job.getLong(DONE),
                job.getLong("total"),
                job.getLong(POSITION),
                job.getString("problem"),
                EntityCodes.read(job.getString("by")),
                job.get("created", Instant.class),
                job.get("ended", Instant.class));
    }
}
