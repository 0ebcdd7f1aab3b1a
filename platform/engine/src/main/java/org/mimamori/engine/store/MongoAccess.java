package org.mimamori.engine.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * The database as the stores use it: documents in collections. A call inside a transaction of {@link MongoTransactions}
 * takes part in it; failures are Spring's data access exceptions.
 */
final class MongoAccess {

    private final MongoTemplate template;

    MongoAccess(MongoTemplate template) {
        this.template = template;
    }

    /** What the work answers, which must be something. */
    <T> T get(String collection, Function<MongoCollection<Document>, T> work) {
        T result = template.execute(collection, work::apply);
        if (result == null) {
            throw new IllegalStateException("no answer from " + collection);
        }
        return result;
    }

    /** What the work answers, if anything. */
    <T> @Nullable T find(String collection, Function<MongoCollection<Document>, @Nullable T> work) {
        return template.execute(collection, work::apply);
    }

    /** Keeps a document under an id, unless one is kept there; so also when two come at once. */
    void addOnce(String collection, String id, Document document) {
        Document insert = new Document("$setOnInsert", document);
        try {
            run(collection, c -> c.updateOne(new Document("_id", id), insert, new UpdateOptions().upsert(true)));
        } catch (DuplicateKeyException raced) {
            // The other's is kept.
        }
    }

    void run(String collection, Consumer<MongoCollection<Document>> work) {
        template.execute(collection, c -> {
            work.accept(c);
            return Boolean.TRUE;
        });
    }
}
