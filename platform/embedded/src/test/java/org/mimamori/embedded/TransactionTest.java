package org.mimamori.embedded;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mimamori.embedded.StoreFixture.json;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransactionTest {

    private StoreFixture store;
    private MongoCollection<Document> records;

    @BeforeEach
    void start() {
        store = new StoreFixture(EmbeddedSettings.inMemory()
                .withTransactionLimit(Duration.ofSeconds(2))
                .withWriterPatience(Duration.ofMillis(200)));
        records = store.collection();
        records.insertOne(json("{_id: 1, v: 1}"));
    }

    @AfterEach
    void stop() {
        store.close();
    }

    @Test
    void commitMakesAllWritesVisibleAtOnce() {
        try (ClientSession session = store.client().startSession()) {
            session.startTransaction();
            records.insertOne(session, json("{_id: 2, v: 2}"));
            records.updateOne(session, eq("_id", 1), json("{$set: {v: 9}}"));
            assertThat(records.countDocuments(session)).isEqualTo(2);
            assertThat(records.countDocuments()).isEqualTo(1);
            assertThat(records.find(eq("_id", 1)).first()).containsEntry("v", 1);
            session.commitTransaction();
        }
        assertThat(records.countDocuments()).isEqualTo(2);
        assertThat(records.find(eq("_id", 1)).first()).containsEntry("v", 9);
    }

    @Test
    void abortTakesEverythingBackIncludingIndexEntriesAndNewCollections() {
        records.createIndex(Indexes.ascending("v"));
        MongoCollection<Document> fresh = store.collection();
        try (ClientSession session = store.client().startSession()) {
            session.startTransaction();
            records.updateOne(session, eq("_id", 1), json("{$set: {v: 9}}"));
            records.insertOne(session, json("{_id: 2, v: 9}"));
            records.deleteOne(session, eq("_id", 1));
            fresh.insertOne(session, json("{_id: 1}"));
            session.abortTransaction();
        }
        assertThat(records.find().first()).isEqualTo(json("{_id: 1, v: 1}"));
        assertThat(records.countDocuments(eq("v", 9))).isZero();
        assertThat(records.countDocuments(eq("v", 1))).isEqualTo(1);
        assertThat(store.database().listCollectionNames())
                .doesNotContain(fresh.getNamespace().getCollectionName());
    }

    @Test
    void secondTransactionGetsAConflictItMayRetry() {
        try (ClientSession first = store.client().startSession();
                ClientSession second = store.client().startSession()) {
            first.startTransaction();
            records.updateOne(first, eq("_id", 1), json("{$inc: {v: 1}}"));
            second.startTransaction();
            assertThatThrownBy(() -> records.updateOne(second, eq("_id", 1), json("{$inc: {v: 1}}")))
                    .isInstanceOfSatisfying(MongoException.class, e -> {
                        assertThat(e.getCode()).isEqualTo(112);
                        assertThat(e.hasErrorLabel("TransientTransactionError")).isTrue();
                    });
            first.commitTransaction();
        }
        assertThat(records.find().first()).containsEntry("v", 2);
    }

    @Test
    void plainWriterWaitsForTheTransaction() throws Exception {
        CompletableFuture<Long> waiting;
        try (ClientSession session = store.client().startSession()) {
            session.startTransaction();
            records.updateOne(session, eq("_id", 1), json("{$inc: {v: 1}}"));
            CountDownLatch started = new CountDownLatch(1);
            waiting = CompletableFuture.supplyAsync(() -> {
                started.countDown();
                return records.updateOne(eq("_id", 1), json("{$inc: {v: 10}}")).getModifiedCount();
            });
            started.await();
            assertThat(records.find().first()).containsEntry("v", 1);
            session.commitTransaction();
        }
        assertThat(waiting.get(5, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(records.find().first()).containsEntry("v", 12);
    }

    @Test
    void withTransactionRetriesUntilTheWriterIsFree() throws Exception {
        CompletableFuture<?>[] all = new CompletableFuture<?>[8];
        for (int i = 0; i < all.length; i++) {
            all[i] = CompletableFuture.runAsync(() -> {
                try (ClientSession session = store.client().startSession()) {
                    for (int n = 0; n < 10; n++) {
                        session.withTransaction(() -> records.updateOne(session, eq("_id", 1), json("{$inc: {v: 1}}")));
                    }
                }
            });
        }
        CompletableFuture.allOf(all).get(30, TimeUnit.SECONDS);
        assertThat(records.find().first()).containsEntry("v", 81);
    }

    @Test
    void anErrorInsideTakesTheWholeTransactionBack() {
        records.createIndex(
                Indexes.ascending("u"), new IndexOptions().unique(true).sparse(true));
        records.insertOne(json("{_id: 5, u: 1}"));
        try (ClientSession session = store.client().startSession()) {
            session.startTransaction();
            records.insertOne(session, json("{_id: 6}"));
            assertThatThrownBy(() -> records.insertOne(session, json("{_id: 7, u: 1}")))
                    .isInstanceOf(MongoWriteException.class);
            assertThatThrownBy(session::commitTransaction)
                    .isInstanceOfSatisfying(
                            MongoCommandException.class,
                            e -> assertThat(e.getCode()).isEqualTo(251));
        }
        assertThat(records.countDocuments()).isEqualTo(2);
        records.insertOne(json("{_id: 8}"));
    }

    @Test
    void aTransactionThatLivesTooLongIsTakenBack() {
        try (ClientSession session = store.client().startSession()) {
            session.startTransaction();
            records.insertOne(session, json("{_id: 2}"));
            // A plain write waits for the writer, so it returns only once the transaction has been ended.
            records.insertOne(json("{_id: 3}"));
            assertThatThrownBy(session::commitTransaction)
                    .isInstanceOfSatisfying(
                            MongoCommandException.class,
                            e -> assertThat(e.getCode()).isEqualTo(251));
        }
        assertThat(StoreFixture.ids(records.find())).containsExactly(1, 3);
    }

    @Test
    void aTransactionWhoseClientVanishesIsTakenBackAtOnce() {
        store.close();
        store = new StoreFixture(EmbeddedSettings.inMemory().withTransactionLimit(Duration.ofMinutes(10)));
        MongoClient vanishing = MongoClients.create(store.mongo().connectionString());
        ClientSession session = vanishing.startSession();
        session.startTransaction();
        vanishing.getDatabase("test").getCollection("v").insertOne(session, json("{_id: 2}"));
        // Closing the client without ending the session, as a process that dies does.
        vanishing.close();
        MongoCollection<Document> same = store.database().getCollection("v");
        same.insertOne(json("{_id: 3}"));
        assertThat(StoreFixture.ids(same.find())).containsExactly(3);
    }

    @Test
    void committingTwiceIsOneCommit() {
        try (ClientSession session = store.client().startSession()) {
            session.startTransaction();
            records.insertOne(session, json("{_id: 2}"));
            session.commitTransaction();
            session.commitTransaction();
        }
        assertThat(records.countDocuments()).isEqualTo(2);
    }
}
