package org.mimamori.engine.store;

import com.mongodb.client.model.UpdateOptions;
import org.bson.Document;

/**
 * The form in which the data is kept. Each program knows the forms up to its own; data of a newer program it leaves
 * alone.
 */
final class FormatVersion {

    static final String COLLECTION = "meta";

    static final int CURRENT = 1;

    private static final String ID = "format";
    private static final String VERSION = "version";

    private final MongoAccess mongo;

    FormatVersion(MongoAccess mongo) {
        this.mongo = mongo;
    }

    /** Marks an empty database, and refuses one that is ahead of this program. */
    void require() {
        Document id = new Document("_id", ID);
        Document mark = new Document("$setOnInsert", new Document(VERSION, CURRENT));
        mongo.run(COLLECTION, c -> c.updateOne(id, mark, new UpdateOptions().upsert(true)));
        int found = mongo.get(COLLECTION, c -> c.find(id).first()).getInteger(VERSION);
        if (found > CURRENT) {
            throw new StoreRefused(
                    StoreRefused.Reason.NEWER_FORMAT,
                    "The data has format %d; this program knows formats up to %d. Start the newer program that wrote it."
                            .formatted(found, CURRENT));
        }
    }
}
