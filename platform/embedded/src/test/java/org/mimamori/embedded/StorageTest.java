package org.mimamori.embedded;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mimamori.embedded.StoreFixture.json;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimamori.embedded.store.FormatForTest;

/** What becomes of the data file. */
class StorageTest {

    @TempDir
    Path folder;

    private EmbeddedSettings settings() {
        return EmbeddedSettings.file(folder.resolve("data.mv"));
    }

    private static void await(Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private static List<Document> many(int count, int size) {
        List<Document> many = new ArrayList<>();
        Random random = new Random(1);
        for (int i = 0; i < count; i++) {
            byte[] text = new byte[size];
            random.nextBytes(text);
            many.add(new Document("_id", i)
                    .append("n", i % 100)
                    .append("t", List.of(i % 7, i % 3))
                    .append("b", text));
        }
        return many;
    }

    @Test
    void aSecondStoreOnTheSameFileIsToldWhy() {
        try (StoreFixture first = new StoreFixture(settings())) {
            assertThat(first.collection().countDocuments()).isZero();
            assertThatThrownBy(() -> EmbeddedMongo.start(settings()))
                    .isInstanceOf(EmbeddedStoreException.class)
                    .hasMessageContaining("in use by another process");
        }
    }

    @Test
    void aFileOfANewerFormatIsRefused() {
        new StoreFixture(settings()).close();
        FormatForTest.raise(folder.resolve("data.mv"), 999);
        assertThatThrownBy(() -> EmbeddedMongo.start(settings()))
                .isInstanceOf(EmbeddedStoreException.class)
                .hasMessageContaining("format 999");
    }

    @Test
    void everythingIsThereAfterARestart() {
        String name;
        try (StoreFixture store = new StoreFixture(settings())) {
            MongoCollection<Document> records = store.collection();
            name = records.getNamespace().getCollectionName();
            records.insertMany(many(500, 10));
            records.createIndex(Indexes.ascending("n"));
            records.createIndex(Indexes.ascending("t"));
            records.createIndex(
                    Indexes.ascending("u"),
                    new IndexOptions().unique(true).partialFilterExpression(json("{live: true}")));
            records.dropIndex("n_1");
        }
        try (StoreFixture store = new StoreFixture(settings())) {
            MongoCollection<Document> records = store.database().getCollection(name);
            assertThat(records.countDocuments()).isEqualTo(500);
            assertThat(records.listIndexes().map(d -> d.getString("name")).into(new ArrayList<>()))
                    .containsExactly("_id_", "t_1", "u_1");
            assertThat(records.countDocuments(eq("t", 6)))
                    .isEqualTo(many(500, 1).stream()
                            .filter(d -> d.getList("t", Integer.class).contains(6))
                            .count());
            assertThat(records.find(eq("t", 6)).explain().toJson()).contains("t_1", "\"isMultiKey\": true");
            assertThat(store.database().runCommand(new Document("validate", name)))
                    .containsEntry("valid", true);
        }
    }

    @Test
    void groupCommitAndSyncKeepTheDataToo() {
        EmbeddedSettings grouped = settings()
                .withDurability(Durability.groupCommit(Duration.ofMillis(20)))
                .withSync(true);
        try (StoreFixture store = new StoreFixture(grouped)) {
            store.database().getCollection("g").insertMany(many(100, 10));
        }
        try (StoreFixture store = new StoreFixture(grouped)) {
            assertThat(store.database().getCollection("g").countDocuments()).isEqualTo(100);
        }
    }

    @Test
    void recordsExpireByTheClockGiven() {
        Instant now = Instant.parse("2030-01-01T00:00:00Z");
        EmbeddedSettings quick = EmbeddedSettings.inMemory()
                .withClock(Clock.fixed(now, ZoneOffset.UTC))
                .withExpiryPeriod(Duration.ofMillis(20));
        try (StoreFixture store = new StoreFixture(quick)) {
            MongoCollection<Document> records = store.collection();
            records.createIndex(Indexes.ascending("t"), new IndexOptions().expireAfter(60L, TimeUnit.SECONDS));
            records.insertMany(List.of(
                    new Document("_id", 1).append("t", Date.from(now.minusSeconds(61))),
                    new Document("_id", 2).append("t", Date.from(now.minusSeconds(59))),
                    new Document("_id", 3).append("t", "not a date"),
                    new Document("_id", 4),
                    new Document("_id", 5).append("t", List.of(Date.from(now), Date.from(now.minusSeconds(100))))));
            await(Duration.ofSeconds(10), () -> records.countDocuments() == 3);
            assertThat(StoreFixture.ids(records.find())).containsExactly(2, 3, 4);
        }
    }

    @Test
    void aBackupTakenWhileWritingIsOneMomentAndCanBeRestored() throws Exception {
        Path backup = folder.resolve("backup.mv");
        try (StoreFixture store = new StoreFixture(settings())) {
            MongoCollection<Document> records = store.database().getCollection("b");
            records.createIndex(Indexes.ascending("n"));
            records.createIndex(Indexes.ascending("w"));
            List<Document> many = many(2000, 100);
            // So many values in each that the index keeps its entries in blocks.
            many.forEach(record -> record.append(
                    "w",
                    IntStream.range(0, 20)
                            .mapToObj(i -> record.getInteger("_id") % 10 + i)
                            .toList()));
            records.insertMany(many);
            Thread writer = Thread.ofPlatform().start(() -> {
                for (int i = 0; i < 500; i++) {
                    records.insertOne(new Document("_id", 10_000 + i).append("n", -1));
                }
            });
            await(Duration.ofSeconds(20), () -> records.countDocuments() > 2050);
            store.mongo().backup(backup);
            writer.join();
        }
        Path restored = folder.resolve("restored.mv");
        EmbeddedMongo.restore(backup, restored);
        try (StoreFixture store = new StoreFixture(EmbeddedSettings.file(restored))) {
            MongoCollection<Document> records = store.database().getCollection("b");
            long late = records.countDocuments(eq("n", -1));
            assertThat(late).isBetween(50L, 500L);
            assertThat(records.countDocuments()).isEqualTo(2000 + late);
            assertThat(records.countDocuments(json("{_id: {$gte: 10000}}"))).isEqualTo(late);
            assertThat(records.countDocuments(eq("w", 3))).isEqualTo(800);
            assertThat(records.find(json("{_id: {$gte: 10000}}"))
                            .sort(json("{_id: -1}"))
                            .first())
                    .containsEntry("_id", 9_999 + (int) late);
            assertThat(store.database().runCommand(new Document("validate", "b")))
                    .containsEntry("valid", true);
        }
        assertThat(Files.list(folder).map(p -> p.getFileName().toString())).noneMatch(n -> n.contains("unfinished"));
    }

    @Test
    void restoringOverAFileInUseIsRefused() {
        try (StoreFixture store = new StoreFixture(settings())) {
            store.collection().insertOne(json("{_id: 1}"));
            store.mongo().backup(folder.resolve("b.mv"));
            assertThatThrownBy(() -> EmbeddedMongo.restore(folder.resolve("b.mv"), folder.resolve("data.mv")))
                    .isInstanceOf(EmbeddedStoreException.class);
        }
        assertThatThrownBy(() -> EmbeddedMongo.restore(folder.resolve("none.mv"), folder.resolve("x.mv")))
                .hasMessageContaining("no backup");
    }

    @Test
    void theFileStaysUnderTwiceTheLiveDataWhileWorkGoesOn() throws Exception {
        Path file = folder.resolve("data.mv");
        try (StoreFixture store = new StoreFixture(settings().withCacheMegabytes(8))) {
            MongoCollection<Document> records = store.database().getCollection("c");
            records.createIndex(Indexes.ascending("n"));
            List<Document> all = many(5000, 2000);
            records.insertMany(all);
            long live = 5000L * 2100;
            Random random = new Random(3);
            for (int i = 0; i < 6_000; i++) {
                records.updateOne(
                        eq("_id", random.nextInt(5000)), new Document("$set", new Document("n", random.nextInt(100))));
            }
            try (MongoCursor<Document> reader = records.find().batchSize(100).iterator()) {
                for (int i = 0; i < 10; i++) {
                    reader.next();
                }
                await(Duration.ofMinutes(4), () -> {
                    records.updateOne(eq("_id", random.nextInt(5000)), new Document("$set", new Document("n", 5)));
                    return file.toFile().length() < 2 * live;
                });
                int rest = 0;
                while (reader.hasNext()) {
                    reader.next();
                    rest++;
                }
                assertThat(rest).isEqualTo(4990);
            }
            assertThat(store.database().runCommand(new Document("validate", "c")))
                    .containsEntry("valid", true);
        }
    }
}
