package org.mimamori.bench.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoIterable;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.bson.Document;

/**
 * Times what the platform does most, through the driver over loopback, on one engine with one number of records.
 *
 * <p>Arguments: the engine ({@code embedded}, {@code stock-memory}, {@code stock-h2}) and how many records.
 */
public final class EmbeddedBenchmark {

    private static final long MOST_NANOS = 5_000_000_000L;

    private final MongoCollection<Document> records;
    private final int total;
    private final Random random = new Random(7);

    private EmbeddedBenchmark(MongoCollection<Document> records, int total) {
        this.records = records;
        this.total = total;
    }

    public static void main(String[] arguments) throws Exception {
        int total = Integer.parseInt(arguments[1]);
        try (Engine engine = Engine.start(arguments[0]);
                MongoClient client = MongoClients.create(engine.uri())) {
            System.out.printf("%n%s, %,d records%n", arguments[0], total);
            new EmbeddedBenchmark(client.getDatabase("bench").getCollection("r"), total).run(engine);
        }
        System.exit(0);
    }

    private void run(Engine engine) throws Exception {
        load();
        memory(engine);
        reads();
        writes();
        mixedLoad();
    }

    private void load() {
        for (String path : List.of("f.code", "f.amount", "f.due", "updated", "f.tags")) {
            records.createIndex(Indexes.ascending(path));
        }
        records.createIndex(Indexes.compoundIndex(Indexes.ascending("f.status"), Indexes.descending("updated")));
        Records source = new Records();
        long start = System.nanoTime();
        List<Document> batch = new ArrayList<>();
        for (int i = 0; i < total; i++) {
            batch.add(source.record(i, total));
            if (batch.size() == 1000 || i == total - 1) {
                records.insertMany(batch);
                batch.clear();
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("  %-44s %,10.0f records/s%n", "insertMany by 1000, 6 indexes", total / seconds);
    }

    private static void memory(Engine engine) throws IOException {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long heap = runtime.totalMemory() - runtime.freeMemory();
        System.out.printf("  %-44s %,10d MB heap, %,d MB on disk%n", "after loading", heap >> 20, engine.fileBytes() >> 20);
    }

    private static void drain(MongoIterable<Document> found) {
        found.forEach(document -> {});
    }

    private void reads() {
        time("get by _id", 2000, i -> records.find(eq("_id", random.nextInt(total))).first());
        time("list page: newest 100", 100, i -> drain(records.find().sort(Sorts.descending("updated")).limit(100)));
        time("list page: status, newest 100", 100, i -> drain(records.find(eq("f.status", "s" + random.nextInt(8)))
                .sort(Sorts.descending("updated"))
                .limit(100)));
        time("list page 101: newest, skip 10000", 30, i -> drain(
                records.find().sort(Sorts.descending("updated")).skip(Math.min(10_000, total / 2)).limit(100)));
        time("equality on an index, about 10", 200, i -> drain(records.find(eq("f.code", "c" + random.nextInt(total / 10)))));
        time("count all", 30, i -> records.countDocuments());
        time("count by status", 30, i -> records.countDocuments(eq("f.status", "s3")));
        time("count a tag (multikey)", 10, i -> records.countDocuments(eq("f.tags", "urgent")));
        time("full scan, no hit", 5, i -> drain(records.find(eq("f.text3", "none"))));
        time("group by status, sum", 5, i -> drain(records.aggregate(List.of(
                Document.parse("{$match: {'f.amount': {$gte: 1000}}}"),
                Document.parse("{$group: {_id: '$f.status', s: {$sum: '$f.amount'}, n: {$sum: 1}}}")))));
        time("group rows of tables by item", 5, i -> drain(records.aggregate(List.of(
                Document.parse("{$unwind: '$f.rows'}"),
                Document.parse("{$group: {_id: '$f.rows.item', q: {$sum: '$f.rows.qty'}}}")))));
    }

    private void writes() {
        Records source = new Records();
        int[] next = {total};
        time("insert one", 1000, i -> records.insertOne(source.record(next[0]++, total)));
        time("update one {_id}", 1000, i -> records.updateOne(eq("_id", random.nextInt(total)), Updates.inc("rev", 1)));
        time("update one {_id, rev}", 500, i -> records.updateOne(
                and(eq("_id", random.nextInt(total)), gte("rev", 1)), Updates.combine(Updates.inc("rev", 1), Updates.set("f.text1", "x"))));
        time("delete one", 200, i -> records.deleteOne(eq("_id", --next[0])));
    }

    private static void time(String name, int times, IntConsumer action) {
        for (int i = 0; i < Math.max(1, times / 10); i++) {
            action.accept(i);
        }
        long[] nanos = new long[times];
        int done = 0;
        for (long start = System.nanoTime(); done < times && System.nanoTime() - start < MOST_NANOS; done++) {
            long before = System.nanoTime();
            action.accept(done);
            nanos[done] = System.nanoTime() - before;
        }
        long[] sorted = Arrays.copyOf(nanos, done);
        Arrays.sort(sorted);
        System.out.printf(
                "  %-44s %,10.2f ms median, %,.2f ms p95 (%d)%n",
                name, sorted[done / 2] / 1e6, sorted[(int) (done * 0.95)] / 1e6, done);
    }

    private void mixedLoad() throws Exception {
        long end = System.nanoTime() + MOST_NANOS;
        long operations = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Long>> all = new ArrayList<>();
            for (int t = 0; t < 8; t++) {
                int seed = t;
                all.add(threads.submit(() -> mixed(new Random(seed), end)));
            }
            for (Future<Long> one : all) {
                operations += one.get();
            }
        }
        System.out.printf("  %-44s %,10d ops/s%n", "8 threads: 60% get, 20% equality, 20% update", operations / 5);
    }

    private long mixed(Random choice, long end) {
        long operations = 0;
        for (; System.nanoTime() < end; operations++) {
            int kind = choice.nextInt(10);
            if (kind < 6) {
                records.find(eq("_id", choice.nextInt(total))).first();
            } else if (kind < 8) {
                drain(records.find(eq("f.code", "c" + choice.nextInt(total / 10))).limit(50));
            } else {
                records.updateOne(eq("_id", choice.nextInt(total)), Updates.inc("rev", 1));
            }
        }
        return operations;
    }
}
