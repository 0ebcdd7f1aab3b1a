package org.mimamori.embedded.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimamori.embedded.EmbeddedMongo;
import org.mimamori.embedded.EmbeddedSettings;

/** Kills a writing process again and again, and looks at what is left. */
class CrashTest {

    private static final int KILLS = Integer.getInteger("crash.kills", 20);

    @TempDir
    Path folder;

    private final Acknowledged acknowledged = new Acknowledged();
    private final Random random = new Random(42);

    @Test
    void killedAtAnyMomentItKeepsEveryAcknowledgedWrite() throws Exception {
        Path file = folder.resolve("crash.mv");
        for (int round = 1; round <= KILLS; round++) {
            writeAndKill(file, round * 1_000_000);
            check(file, round);
        }
        assertThat(acknowledged.pairs).hasSizeGreaterThan(KILLS);
        assertThat(acknowledged.revisions).hasSizeGreaterThan(KILLS);
    }

    private void writeAndKill(Path file, int start) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashingWriter.class.getName(),
                        file.toString(),
                        Integer.toString(start))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int enough = 20 + random.nextInt(250);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                acknowledged.note(line);
                if (--enough == 0) {
                    // Through the handle, because the process itself would close the pipe we still read from.
                    assertThat(writer.toHandle().destroyForcibly()).isTrue();
                }
            }
        }
        assertThat(writer.waitFor()).as("killed, not ended by itself").isNotZero();
        assertThat(enough).isLessThanOrEqualTo(0);
    }

    private void check(Path file, int round) {
        try (EmbeddedMongo mongo = EmbeddedMongo.start(EmbeddedSettings.file(file));
                MongoClient client = MongoClients.create(mongo.connectionString())) {
            MongoDatabase database = client.getDatabase("crash");
            checkRecords(database, round);
            checkPairs(database, round);
            for (String name : List.of("r", "pairs")) {
                Document validation = database.runCommand(new Document("validate", name));
                assertThat(validation.getList("errors", String.class)).as(name).isEmpty();
            }
        }
    }

    private void checkRecords(MongoDatabase database, int round) {
        Map<Integer, Integer> revisions = new HashMap<>();
        database.getCollection("r").find().forEach(d -> revisions.put(d.getInteger("_id"), d.getInteger("rev")));
        List<String> lost = new ArrayList<>();
        acknowledged.revisions.forEach((id, revision) -> {
            boolean gone = acknowledged.deleted.contains(id);
            Integer kept = revisions.get(id);
            // A deletion may have been done but not yet acknowledged when the process died.
            boolean mayBeGone = gone || id % 11 == 0;
            if (gone ? kept != null : kept == null ? !mayBeGone : kept < revision) {
                lost.add(id + " rev " + revision + " but " + kept);
            }
        });
        assertThat(lost).as("lost in round " + round).isEmpty();
    }

    private void checkPairs(MongoDatabase database, int round) {
        Map<Integer, Integer> halves = new HashMap<>();
        int[] counted = {0};
        database.getCollection("pairs").find().forEach(d -> {
            if (d.get("_id").equals("count")) {
                counted[0] = d.getInteger("pairs");
            } else {
                halves.merge(d.getInteger("pair"), 1, Integer::sum);
            }
        });
        assertThat(halves.values()).as("half transactions in round " + round).allMatch(n -> n == 2);
        assertThat(halves.keySet()).containsAll(acknowledged.pairs);
        assertThat(counted[0]).isEqualTo(halves.size());
    }
}
