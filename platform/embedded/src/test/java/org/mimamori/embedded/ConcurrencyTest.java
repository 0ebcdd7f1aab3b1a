package org.mimamori.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mimamori.embedded.StoreFixture.json;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {

    private static final int THREADS = 16;

    private StoreFixture store;
    private MongoCollection<Document> records;

    @BeforeEach
    void start() {
        store = StoreFixture.inMemory();
        records = store.collection();
    }

    @AfterEach
    void stop() {
        store.close();
    }

    /** Runs the work so many times on 16 threads and waits for all of it. */
    private static void run(int times, java.util.function.IntConsumer work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int number = i;
                all.add(threads.submit(() -> work.accept(number)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
    }

    @Test
    void tenThousandParallelIncrementsReturnTenThousandValues() throws Exception {
        Set<Object> seen = ConcurrentHashMap.newKeySet();
        FindOneAndUpdateOptions after =
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
        run(
                10_000,
                i -> seen.add(records.findOneAndUpdate(eq("_id", "seq"), json("{$inc: {v: 1}}"), after)
                        .get("v")));
        assertThat(seen).hasSize(10_000);
        assertThat(records.find().first()).containsEntry("v", 10_000);
    }

    @Test
    void ofManyInsertsWithOneUniqueValueOneWins() throws Exception {
        records.createIndex(Indexes.ascending("u"), new IndexOptions().unique(true));
        AtomicInteger inserted = new AtomicInteger();
        run(2000, i -> {
            try {
                records.insertOne(new Document("u", i % 200));
                inserted.incrementAndGet();
            } catch (MongoWriteException e) {
                assertThat(e.getCode()).isEqualTo(11000);
            }
        });
        assertThat(inserted).hasValue(200);
        assertThat(records.countDocuments()).isEqualTo(200);
    }

    @Test
    void ofManyUpdatesOfOneRevisionOneWins() throws Exception {
        records.insertOne(json("{_id: 1, rev: 0}"));
        AtomicInteger won = new AtomicInteger();
        run(2000, i -> {
            Document filter = new Document("_id", 1).append("rev", won.get());
            won.addAndGet(
                    (int) records.updateOne(filter, json("{$inc: {rev: 1}}")).getModifiedCount());
        });
        assertThat(records.find(and(eq("_id", 1), eq("rev", won.get()))).first())
                .isNotNull();
    }
}
