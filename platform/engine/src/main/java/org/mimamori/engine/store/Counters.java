package org.mimamori.engine.store;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import org.bson.Document;
import org.mimamori.engine.app.AppId;
import org.springframework.dao.DuplicateKeyException;

/**
 * Numbers that are given out once: each counter is one document, raised in one command. A range taken in a transaction
 * that fails may be lost, or, if nobody has seen it, given out again.
 */
final class Counters {

    static final String COLLECTION = "counters";

    static final String ROWS = "rows";

    private static final String VALUE = "v";

    private static final FindOneAndUpdateOptions UPSERT =
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

    private final MongoAccess mongo;

    Counters(MongoAccess mongo) {
        this.mongo = mongo;
    }

    /**
     * Under this counter that of the change log stands, and beside it, for one call to raise both, those of records.
     */
    static final String CHANGES = MongoChangeStore.COLLECTION;

    private static final String RECORDS = "records";

    private static String ofRecords(AppId app) {
        return RECORDS + "." + app;
    }

    /**
     * Numbers for new records of an app. In a transaction as many of the change log come with them, in the same call,
     * for the entries that tell of these records.
     *
     * @return the first of the records' numbers
     */
    long takeForRecords(AppId app, int count) {
        boolean logged = MongoTransactions.isRunning();
        String path = ofRecords(app);
        Document update = new Document(path, (long) count);
        if (logged) {
            update.append(VALUE, (long) count);
        }
        FindOneAndUpdateOptions options = new FindOneAndUpdateOptions()
                .upsert(true)
                .returnDocument(ReturnDocument.AFTER)
                .projection(Projections.include(path, VALUE));
        Document after = mongo.get(
                COLLECTION,
                c -> c.findOneAndUpdate(new Document("_id", CHANGES), new Document("$inc", update), options));
        if (logged) {
            ReservedNumbers.keep(after.getLong(VALUE) - count + 1, count);
        }
        return after.get(RECORDS, Document.class).getLong(app.toString()) - count + 1;
    }

    /** Makes sure that the numbers of an app's records go on behind this one, and behind those of former versions. */
    void raiseRecordsTo(AppId app, long last) {
        long least = Math.max(last, read(RECORDS + ":" + app));
        Document update = new Document("$max", new Document(ofRecords(app), least));
        mongo.run(COLLECTION, c -> c.findOneAndUpdate(new Document("_id", CHANGES), update, UPSERT));
    }

    /** The first of so many consecutive numbers, counted from 1. */
    long take(String counter, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("no numbers asked for");
        }
        try {
            return raise(counter, count) - count + 1;
        } catch (DuplicateKeyException raced) {
            // Two made the counter at once; it is there now.
            return raise(counter, count) - count + 1;
        }
    }

    private long raise(String counter, int count) {
        Document update = new Document("$inc", new Document(VALUE, (long) count));
        return mongo.get(COLLECTION, c -> c.findOneAndUpdate(new Document("_id", counter), update, UPSERT))
                .getLong(VALUE);
    }

    /** Makes sure that the counter stands at least there. */
    void raiseTo(String counter, long least) {
        Document update = new Document("$max", new Document(VALUE, least));
        mongo.run(COLLECTION, c -> c.findOneAndUpdate(new Document("_id", counter), update, UPSERT));
    }

    /** Where the counter stands; 0 before its first number. */
    long read(String counter) {
        Document found =
                mongo.find(COLLECTION, c -> c.find(new Document("_id", counter)).first());
        Long value = found == null ? null : found.getLong(VALUE);
        return value == null ? 0 : value;
    }
}
