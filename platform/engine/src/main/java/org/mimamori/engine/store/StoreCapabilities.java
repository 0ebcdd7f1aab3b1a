package org.mimamori.engine.store;

import com.mongodb.MongoClientException;
import com.mongodb.MongoCommandException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import org.bson.Document;

/** What the database must be able to do, found out by doing it. */
final class StoreCapabilities {

    /** "Transaction numbers are only allowed on a replica set member or mongos". */
    private static final int ILLEGAL_OPERATION = 20;

    private StoreCapabilities() {}

    /** Runs a transaction that changes nothing. */
    static void requireTransactions(MongoClient client, String database) {
        MongoCollection<Document> collection = client.getDatabase(database).getCollection(FormatVersion.COLLECTION);
        try (ClientSession session = client.startSession()) {
            session.startTransaction();
            collection.find(session, new Document("_id", "transactions")).first();
            session.abortTransaction();
        } catch (MongoCommandException e) {
            if (e.getErrorCode() == ILLEGAL_OPERATION) {
                throw noTransactions(e);
            }
            throw e;
        } catch (MongoClientException e) {
            // So the driver says that the server has no sessions.
            throw noTransactions(e);
        }
    }

    private static StoreRefused noTransactions(Exception e) {
        return new StoreRefused(
                StoreRefused.Reason.NO_TRANSACTIONS,
                "This MongoDB has no transactions. Run it as a replica set; one member is enough: start mongod with"
                        + " --replSet rs0 and run rs.initiate() once. docker-compose.yml shows how.",
                e);
    }
}
