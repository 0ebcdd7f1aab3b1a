package org.mimamori.engine.store;

import com.mongodb.client.model.FindOneAndUpdateOptions;
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

    static String ofRecords(AppId app) {
        return "records:" + app;
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
        return found == null ? 0 : found.getLong(VALUE);
    }
}
