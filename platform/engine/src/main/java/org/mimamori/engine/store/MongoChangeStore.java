package org.mimamori.engine.store;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.bson.Document;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.change.Change;
import org.mimamori.engine.change.ChangeStore;
import org.mimamori.engine.change.Transactions;
import org.mimamori.engine.store.IndexSpec.Key;

/**
 * The change log in MongoDB. Entries are only ever added, and lose what {@link MongoPurgeStore} destroys. Their numbers
 * come from a counter raised in the transaction of the write: two transactions cannot both hold it, so an entry never
 * appears behind a later one.
 */
final class MongoChangeStore implements ChangeStore {

    static final String COLLECTION = "changes";

    static final List<IndexSpec> INDEXES = List.of(
            IndexSpec.plain(List.of(
                    Key.ascending(ChangeCodec.APP),
                    Key.ascending(ChangeCodec.RECORD),
                    Key.descending(ChangeCodec.NUMBER))),
            IndexSpec.plain(List.of(Key.descending(ChangeCodec.AT), Key.descending(ChangeCodec.NUMBER))),
            IndexSpec.plain(List.of(
                    Key.ascending(ChangeCodec.BY),
                    Key.descending(ChangeCodec.AT),
                    Key.descending(ChangeCodec.NUMBER))));

    private final MongoAccess mongo;
    private final Counters counters;
    private final Transactions transactions;
    private final WorkerClaims claims;

    MongoChangeStore(MongoAccess mongo, Counters counters, Transactions transactions, WorkerClaims claims) {
        this.mongo = mongo;
        this.counters = counters;
        this.transactions = transactions;
        this.claims = claims;
    }

    @Override
    public void append(AppDefinition app, List<Change> changes) {
        append(LoggedFields.of(app), changes);
    }

    @Override
    public void append(List<Change> changes) {
        append(LoggedFields.asLogged(), changes);
    }

    private void append(LoggedFields fields, List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        ChangeCodec codec = new ChangeCodec(fields);
        transactions.run(() -> {
            OptionalLong reserved = ReservedNumbers.take(changes.size());
            long number = reserved.isPresent() ? reserved.getAsLong() : counters.take(COLLECTION, changes.size());
            List<Document> documents = new ArrayList<>();
            for (Change change : changes) {
                documents.add(codec.write(number++, change));
            }
            return mongo.get(COLLECTION, c -> c.insertMany(documents));
        });
    }

    @Override
    public List<Change> ofRecord(AppDefinition app, long record, int limit, long beforeNumber) {
        if (limit == 0) {
            return List.of();
        }
        Document condition = new Document(ChangeCodec.APP, app.id().value())
                .append(ChangeCodec.RECORD, record)
                .append(ChangeCodec.NUMBER, new Document("$lt", beforeNumber));
        ChangeCodec codec = new ChangeCodec(LoggedFields.of(app));
        return mongo.get(
                COLLECTION,
                c -> c.find(condition)
                        .sort(new Document(ChangeCodec.NUMBER, Sorting.DESCENDING))
                        .limit(limit)
                        .map(codec::read)
                        .into(new ArrayList<>()));
    }

    @Override
    public List<Change> after(long number, int limit) {
        ChangeCodec codec = new ChangeCodec(LoggedFields.asLogged());
        return mongo.get(
                COLLECTION,
                c -> c.find(new Document(ChangeCodec.NUMBER, new Document("$gt", number)))
                        .sort(new Document(ChangeCodec.NUMBER, Sorting.ASCENDING))
                        .limit(limit)
                        .map(codec::read)
                        .into(new ArrayList<>()));
    }

    @Override
    public long last() {
        return counters.read(COLLECTION);
    }

    @Override
    public List<Change> claim(String worker, int limit) {
        return claims.claim(worker, limit);
    }

    @Override
    public void done(String worker, List<Change> changes) {
        claims.done(worker, changes.stream().map(Change::number).toList());
    }
}
