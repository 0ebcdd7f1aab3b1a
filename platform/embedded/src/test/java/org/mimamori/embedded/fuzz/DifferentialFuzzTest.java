package org.mimamori.embedded.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mimamori.embedded.EmbeddedMongo;
import org.mimamori.embedded.EmbeddedSettings;

/**
 * The indexed store against two plain scans: itself without any index, and the scan of another program. All three must
 * agree on every find, count, aggregation and write. {@code -Dfuzz.seeds=100 -Dfuzz.steps=100000} runs longer.
 */
class DifferentialFuzzTest {

    private static final int SEEDS = Integer.getInteger("fuzz.seeds", 4);
    private static final int STEPS = Integer.getInteger("fuzz.steps", 5200);
    private static final int RECORDS = 200;

    static List<Long> seeds() {
        List<Long> seeds = new ArrayList<>();
        for (long seed = 1; seed <= SEEDS; seed++) {
            seeds.add(seed);
        }
        return seeds;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void indexesChangeNoAnswer(long seed) {
        MongoServer other = new MongoServer(new MemoryBackend());
        String otherAddress = other.bindAndGetConnectionString();
        try (EmbeddedMongo mongo = EmbeddedMongo.start(EmbeddedSettings.inMemory());
                MongoClient client = MongoClients.create(mongo.connectionString());
                MongoClient otherClient = MongoClients.create(otherAddress)) {
            MongoCollection<Document> indexed = client.getDatabase("d").getCollection("indexed");
            MongoCollection<Document> plain = client.getDatabase("d").getCollection("plain");
            MongoCollection<Document> scan = otherClient.getDatabase("d").getCollection("scan");
            createIndexes(indexed);
            Contest contest = new Contest(new RandomWork(seed), indexed, List.of(plain, scan));
            contest.fill(RECORDS);
            for (int step = 0; step < STEPS; step++) {
                contest.step();
            }
            assertThat(contest.differences()).as("seed " + seed).isEmpty();
            assertThat(contest.compared()).isGreaterThan(STEPS * 3 / 4);
        } finally {
            other.shutdownNow();
        }
    }

    private static void createIndexes(MongoCollection<Document> records) {
        for (String key : List.of(
                "{a: 1}",
                "{b: -1}",
                "{'f.c': 1, a: 1}",
                "{'f.d': 1, b: -1}",
                "{a: 1, b: 1}",
                "{t: 1}",
                "{'r.n': 1, 'r.q': -1}",
                "{'f.d': -1, t: 1, a: 1}")) {
            records.createIndex(Document.parse(key.replace('\'', '"')));
        }
        records.createIndex(
                Document.parse("{'f.c': 1, b: 1}"),
                new IndexOptions().name("partial").partialFilterExpression(Document.parse("{a: 5}")));
        records.createIndex(
                Document.parse("{'f.c': -1}"), new IndexOptions().name("sparse").sparse(true));
    }
}
