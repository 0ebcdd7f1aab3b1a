package org.mimamori.engine.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.change.Change;
import org.springframework.dao.DuplicateKeyException;

/**
 * How far each worker has come in the change log. A worker is a kind of work, such as the inbox; each reads the whole
 * log, and in any number of processes each entry is given to one of them. An entry claimed and not done in time,
 * because its process died, is given out again.
 *
 * <p>One document per worker: {@code {_id: worker, last, open: [{n, until}], v}}. The log itself is never written to.
 */
final class WorkerClaims {

    static final String COLLECTION = "workers";

    static final Duration LEASE = Duration.ofMinutes(2);

    private static final int ATTEMPTS = 5;

    private static final String LAST = "last";
    private static final String OPEN = "open";
    private static final String ENTRY = "n";
    private static final String UNTIL = "until";
    private static final String VERSION = "v";

    private final MongoAccess mongo;
    private final Clock clock;

    WorkerClaims(MongoAccess mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    List<Change> claim(String worker, int limit) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Document state = mongo.find(
                    COLLECTION, c -> c.find(new Document("_id", worker)).first());
            List<Document> entries = next(state, limit);
            if (entries.isEmpty() || keep(worker, state, entries)) {
                ChangeCodec codec = new ChangeCodec(LoggedFields.asLogged());
                return entries.stream().map(codec::read).toList();
            }
        }
        // Others are claiming as fast; what is left will be there next time.
        return List.of();
    }

    void done(String worker, List<Long> numbers) {
        Document entries = new Document(ENTRY, new Document("$in", numbers));
        Document update = new Document("$pull", new Document(OPEN, entries)).append("$inc", new Document(VERSION, 1L));
        mongo.run(COLLECTION, c -> c.updateOne(new Document("_id", worker), update));
    }

    /** Entries whose time has run out, then those nobody has claimed, oldest first. */
    private List<Document> next(@Nullable Document state, int limit) {
        Instant now = clock.instant();
        List<Long> lapsed = open(state).stream()
                .filter(claim -> !claim.get(UNTIL, Instant.class).isAfter(now))
                .map(claim -> claim.getLong(ENTRY))
                .sorted()
                .limit(limit)
                .toList();
        List<Document> entries = new ArrayList<>();
        if (!lapsed.isEmpty()) {
            entries.addAll(find(new Document("$in", lapsed), lapsed.size()));
        }
        if (entries.size() < limit) {
            entries.addAll(find(new Document("$gt", last(state)), limit - entries.size()));
        }
        return entries;
    }

    private List<Document> find(Document numbers, int limit) {
        return mongo.get(
                MongoChangeStore.COLLECTION,
                c -> c.withDocumentClass(RawBsonDocument.class)
                        .find(new Document(ChangeCodec.NUMBER, numbers))
                        .sort(new Document(ChangeCodec.NUMBER, Sorting.ASCENDING))
                        .limit(limit)
                        .map(entry ->
                                ChangeCodec.head(entry, c.getCodecRegistry().get(Document.class)))
                        .into(new ArrayList<>()));
    }

    /** Notes the claim, unless somebody else has noted one since the state was read. */
    private boolean keep(String worker, @Nullable Document state, List<Document> entries) {
        List<Long> numbers =
                entries.stream().map(entry -> entry.getLong(ChangeCodec.NUMBER)).toList();
        Instant until = ValueWriter.moment(clock.instant().plus(LEASE));
        List<Document> open = new ArrayList<>(open(state));
        open.removeIf(claim -> numbers.contains(claim.getLong(ENTRY)));
        numbers.forEach(number -> open.add(new Document(ENTRY, number).append(UNTIL, until)));
        Document claim = new Document(LAST, Math.max(last(state), numbers.getLast())).append(OPEN, open);
        return state == null ? first(worker, claim) : further(state, claim);
    }

    private boolean first(String worker, Document claim) {
        try {
            mongo.run(COLLECTION, c -> c.insertOne(claim.append("_id", worker).append(VERSION, 1L)));
            return true;
        } catch (DuplicateKeyException raced) {
            return false;
        }
    }

    private boolean further(Document state, Document claim) {
        Document unchanged = new Document("_id", state.get("_id")).append(VERSION, state.getLong(VERSION));
        Document update = new Document("$set", claim).append("$inc", new Document(VERSION, 1L));
        return mongo.get(COLLECTION, c -> c.updateOne(unchanged, update).getMatchedCount() == 1);
    }

    private static long last(@Nullable Document state) {
        return state == null ? 0 : state.getLong(LAST);
    }

    private static List<Document> open(@Nullable Document state) {
        return state == null ? List.of() : state.getList(OPEN, Document.class);
    }
}
