package org.mimamori.embedded.crash;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.bson.Document;
import org.mimamori.embedded.EmbeddedMongo;
import org.mimamori.embedded.EmbeddedSettings;

/**
 * A process that writes until it is killed, and tells of each write only after it was acknowledged: {@code I n} a
 * record, {@code U n rev} an update, {@code T n} a transaction of two records, {@code D n} a deletion.
 */
final class CrashingWriter {

    private static final Semaphore WRITES = new Semaphore(0);
    private static final int WRITES_PER_CHECKPOINT = 25;

    private CrashingWriter() {}

    public static void main(String[] arguments) {
        Path file = Path.of(arguments[0]);
        int start = Integer.parseInt(arguments[1]);
        EmbeddedMongo mongo = EmbeddedMongo.start(EmbeddedSettings.file(file).withCacheMegabytes(8));
        MongoClient client = MongoClients.create(mongo.connectionString());
        MongoDatabase database = client.getDatabase("crash");
        database.getCollection("r").createIndex(Indexes.ascending("n"), new IndexOptions().unique(true));
        database.getCollection("r")
                .createIndex(Indexes.compoundIndex(Indexes.ascending("s"), Indexes.descending("rev")));
        database.getCollection("r").createIndex(Indexes.ascending("tags"));
        run(() -> insertAndUpdate(database.getCollection("r"), start));
        run(() -> transactions(client, database.getCollection("pairs"), start));
        run(() -> checkpoints(client));
    }

    private static void run(Runnable work) {
        Thread.ofPlatform().start(work);
    }

    private static void say(String line) {
        synchronized (System.out) {
            System.out.println(line);
            System.out.flush();
        }
        WRITES.release();
    }

    private static void insertAndUpdate(MongoCollection<Document> records, int start) {
        Random random = new Random(start);
        for (int i = start; ; i++) {
            records.insertOne(new Document("_id", i)
                    .append("n", i)
                    .append("s", "s" + i % 10)
                    .append("rev", 0)
                    .append("tags", tags(i))
                    .append("text", "p".repeat(random.nextInt(4_000))));
            say("I " + i);
            int other = start + random.nextInt(i - start + 1);
            Document after = records.findOneAndUpdate(
                    new Document("_id", other),
                    new Document("$inc", new Document("rev", 1))
                            .append("$set", new Document("s", "t" + random.nextInt(10))));
            if (after != null) {
                say("U " + other + " " + (after.getInteger("rev") + 1));
            }
            if (i % 11 == 0 && records.deleteOne(new Document("_id", i)).getDeletedCount() == 1) {
                say("D " + i);
            }
        }
    }

    /** Now and then so many that the index keeps its entries in blocks. */
    private static List<Object> tags(int i) {
        List<Object> tags = new ArrayList<>(List.of(i % 7, "x" + i % 5));
        if (i % 3 == 0) {
            IntStream.range(0, 20).forEach(tag -> tags.add("w" + (i + tag * 7) % 60));
        }
        return tags;
    }

    private static void transactions(MongoClient client, MongoCollection<Document> pairs, int start) {
        for (int i = start; ; i++) {
            try (ClientSession session = client.startSession()) {
                session.startTransaction();
                pairs.insertOne(session, new Document("_id", "a" + i).append("pair", i));
                pairs.insertOne(session, new Document("_id", "b" + i).append("pair", i));
                pairs.updateOne(
                        session,
                        new Document("_id", "count"),
                        new Document("$inc", new Document("pairs", 1)),
                        new com.mongodb.client.model.UpdateOptions().upsert(true));
                session.commitTransaction();
            }
            say("T " + i);
        }
    }

    private static void checkpoints(MongoClient client) {
        while (true) {
            WRITES.acquireUninterruptibly(WRITES_PER_CHECKPOINT);
            client.getDatabase("admin").runCommand(new Document("fsync", 1));
        }
    }
}
