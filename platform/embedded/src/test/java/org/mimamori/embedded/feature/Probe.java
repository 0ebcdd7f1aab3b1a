package org.mimamori.embedded.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A fresh collection on some MongoDB, and short words for asking it things. */
record Probe(MongoClient client, MongoDatabase database, MongoCollection<Document> records) {

    private static final AtomicInteger NAMES = new AtomicInteger();

    static Probe on(MongoClient client) {
        MongoDatabase database = client.getDatabase("features");
        return new Probe(client, database, database.getCollection("f" + NAMES.incrementAndGet()));
    }

    static Document json(String json) {
        return Document.parse(json.replace('\'', '"'));
    }

    /** Inserts documents, one per argument. */
    void given(String... documents) {
        for (String document : documents) {
            records.insertOne(json(document));
        }
    }

    void given(Document... documents) {
        records.insertMany(List.of(documents));
    }

    /** Another collection that holds these documents. */
    String other(String... documents) {
        MongoCollection<Document> other = database.getCollection("other" + NAMES.incrementAndGet());
        for (String document : documents) {
            other.insertOne(json(document));
        }
        return other.getNamespace().getCollectionName();
    }

    List<Object> find(String filter) {
        return ids(records.find(json(filter)).sort(json("{_id: 1}")));
    }

    void finds(String filter, Object... ids) {
        assertThat(find(filter)).as(filter).containsExactly(ids);
    }

    static List<Object> ids(Iterable<Document> documents) {
        List<Object> ids = new ArrayList<>();
        documents.forEach(document -> ids.add(document.get("_id")));
        return ids;
    }

    Document first(String filter) {
        return records.find(json(filter)).first();
    }

    List<Document> aggregate(String... stages) {
        List<Document> pipeline = new ArrayList<>();
        for (String stage : stages) {
            pipeline.add(json(stage));
        }
        return records.aggregate(pipeline).into(new ArrayList<>());
    }

    /** The value of an expression over the first document. */
    @Nullable
    Object value(String expression) {
        return aggregate("{$sort: {_id: 1}}", "{$limit: 1}", "{$project: {x: " + expression + "}}")
                .getFirst()
                .get("x");
    }

    void gives(String expression, @Nullable Object value) {
        assertThat(value(expression)).as(expression).isEqualTo(value);
    }

    void update(String filter, String update) {
        records.updateOne(json(filter), json(update));
    }

    void holds(String document) {
        assertThat(records.find().first()).isEqualTo(json(document));
    }

    static void refused(int code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        MongoException.class, e -> assertThat(e.getCode()).isEqualTo(code));
    }

    static void refused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(MongoException.class);
    }
}
