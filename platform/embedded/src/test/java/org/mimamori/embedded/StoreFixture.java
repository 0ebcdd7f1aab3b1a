package org.mimamori.embedded;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;

/** A running store with a driver connected to it, for one test. */
public final class StoreFixture implements AutoCloseable {

    private static final AtomicInteger NAMES = new AtomicInteger();

    private final EmbeddedMongo mongo;
    private final MongoClient client;

    public StoreFixture(EmbeddedSettings settings) {
        mongo = EmbeddedMongo.start(settings);
        client = MongoClients.create(mongo.connectionString());
    }

    public static StoreFixture inMemory() {
        return new StoreFixture(EmbeddedSettings.inMemory());
    }

    public EmbeddedMongo mongo() {
        return mongo;
    }

    public MongoClient client() {
        return client;
    }

    public MongoDatabase database() {
        return client.getDatabase("test");
    }

    /** A collection nobody has used yet. */
    public MongoCollection<Document> collection() {
        return database().getCollection("c" + NAMES.incrementAndGet());
    }

    public static Document json(String json) {
        return Document.parse(json.replace('\'', '"'));
    }

    public static List<Object> ids(Iterable<Document> documents) {
        List<Object> ids = new ArrayList<>();
        documents.forEach(document -> ids.add(document.get("_id")));
        return ids;
    }

    @Override
    public void close() {
        client.close();
        mongo.close();
    }
}
