package org.mimamori.embedded;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mimamori.embedded.StoreFixture.json;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Readers among writers. Every state a reader saw is checked afterwards: each must be one that some committed
 * transaction left, and no reader may see an older one after a newer.
 */
class HistoryTest {

    private static final int ACCOUNTS = 20;
    private static final int EACH = 100;
    private static final int TRANSFERS = 150;

    private StoreFixture store;
    private MongoCollection<Document> accounts;

    @BeforeEach
    void start() {
        store = new StoreFixture(EmbeddedSettings.inMemory().withWriterPatience(Duration.ofSeconds(30)));
        accounts = store.collection();
        accounts.createIndex(Indexes.ascending("balance"));
        accounts.createIndex(Indexes.ascending("group", "balance"));
        List<Document> all = new ArrayList<>();
        for (int i = 0; i < ACCOUNTS; i++) {
            all.add(new Document("_id", i)
                    .append("balance", EACH)
                    .append("group", i % 2)
                    .append("version", 0));
        }
        accounts.insertMany(all);
    }

    @AfterEach
    void stop() {
        store.close();
    }

    /** Moves money between two accounts and stamps every account with the number of the transaction. */
    private void transfer(ClientSession session, Random random, int number, boolean abort) {
        session.startTransaction();
        int from = random.nextInt(ACCOUNTS);
        int to = (from + 1 + random.nextInt(ACCOUNTS - 1)) % ACCOUNTS;
        accounts.updateOne(session, eq("_id", from), json("{$inc: {balance: -7}}"));
        accounts.updateMany(session, json("{}"), new Document("$set", new Document("version", abort ? -1 : number)));
        accounts.updateOne(session, eq("_id", to), json("{$inc: {balance: 7}}"));
        if (abort) {
            session.abortTransaction();
        } else {
            session.commitTransaction();
        }
    }

    private void write(List<String> faults) {
        Random random = new Random(1);
        try (ClientSession session = store.client().startSession()) {
            for (int number = 1; number <= TRANSFERS; number++) {
                transfer(session, random, number, false);
                if (number % 5 == 0) {
                    transfer(session, random, number, true);
                }
            }
        } catch (RuntimeException e) {
            faults.add("writer: " + e);
        }
    }

    private void read(int kind, AtomicBoolean done, List<String> faults, List<Integer> versionsSeen) {
        int last = 0;
        while (!done.get()) {
            List<Document> seen = look(kind);
            int sum = seen.stream().mapToInt(d -> d.getInteger("balance")).sum();
            List<Integer> versions =
                    seen.stream().map(d -> d.getInteger("version")).distinct().toList();
            if (seen.size() != ACCOUNTS
                    || sum != ACCOUNTS * EACH
                    || versions.size() != 1
                    || versions.getFirst() < last) {
                faults.add("reader " + kind + " saw " + seen.size() + " accounts, sum " + sum + ", versions " + versions
                        + " after " + last);
                return;
            }
            last = versions.getFirst();
            versionsSeen.add(last);
        }
    }

    /** The same question by different ways through the store. */
    private List<Document> look(int kind) {
        return switch (kind) {
            case 0 -> accounts.find().into(new ArrayList<>());
            case 1 ->
                accounts.find(json("{balance: {$gte: -100000}}"))
                        .sort(json("{balance: 1}"))
                        .into(new ArrayList<>());
            case 2 ->
                accounts.find(json("{group: {$in: [0, 1]}}"))
                        .sort(json("{balance: -1}"))
                        .batchSize(3)
                        .into(new ArrayList<>());
            default ->
                accounts.aggregate(List.of(json("{$match: {}}"), json("{$sort: {balance: 1}}")))
                        .batchSize(5)
                        .into(new ArrayList<>());
        };
    }

    @Test
    void readersSeeOnlyCommittedStatesAndNeverGoBack() throws Exception {
        List<String> faults = Collections.synchronizedList(new ArrayList<>());
        List<Integer> versionsSeen = Collections.synchronizedList(new ArrayList<>());
        AtomicBoolean done = new AtomicBoolean();
        List<Thread> readers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            int kind = i % 4;
            readers.add(Thread.ofPlatform().start(() -> read(kind, done, faults, versionsSeen)));
        }
        Thread writer = Thread.ofPlatform().start(() -> write(faults));
        writer.join();
        done.set(true);
        for (Thread reader : readers) {
            reader.join();
        }
        assertThat(faults).isEmpty();
        assertThat(versionsSeen).hasSizeGreaterThan(100).doesNotContain(-1);
        assertThat(accounts.distinct("version", Integer.class).into(new ArrayList<>()))
                .containsExactly(TRANSFERS);
    }

    @Test
    void aDocumentIsNeverSeenHalfChanged() throws Exception {
        accounts.insertOne(json("{_id: 'x', a: 0, b: 0}"));
        List<String> faults = Collections.synchronizedList(new ArrayList<>());
        AtomicBoolean done = new AtomicBoolean();
        Thread reader = Thread.ofPlatform().start(() -> {
            while (!done.get()) {
                Document seen = accounts.find(eq("_id", "x")).first();
                if (seen == null || !seen.get("a").equals(seen.get("b"))) {
                    faults.add(String.valueOf(seen));
                }
            }
        });
        for (int i = 1; i <= 1000; i++) {
            accounts.updateOne(
                    eq("_id", "x"),
                    new Document("$set", new Document("a", i).append("b", i).append("k" + i % 50, i))
                            .append("$unset", new Document("k" + (i + 25) % 50, "")));
        }
        done.set(true);
        reader.join();
        assertThat(faults).isEmpty();
    }
}
