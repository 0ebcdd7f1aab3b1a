package org.mimamori.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Calls made at random and by breaking sound ones: each is answered, none with a fault of ours, and what is refused has
 * written nothing. {@code -Dfuzz.requests} and {@code -Dfuzz.seed} make it longer and other; a failure names the call.
 */
class FuzzTest {

    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 50_000);
    private static final long SEED = Long.getLong("fuzz.seed", 20_261_127L);
    private static final int THREADS = 4;

    /** A tenth is sent one by one, with a look at the database after each refusal. */
    private static final int WATCHED = REQUESTS / 10;

    /** Numbers given out to nobody are no loss; when a worker was last heard of is no data. */
    private static final Set<String> NO_DATA = Set.of("counters", "workers");

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private final List<TestClient> callers = List.of(
            SERVER.client().as("admin"),
            SERVER.client().as("admin"),
            SERVER.client().as("coordinator"),
            SERVER.client().as("nursery01"),
            SERVER.client().as("visitor"),
            SERVER.client().token("all"),
            SERVER.client().token("view"),
            SERVER.client());

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void answersWhateverItIsSent() throws InterruptedException, ExecutionException {
        List<FuzzSeeds.Seed> seeds = FuzzSeeds.of(SERVER);
        List<Callable<List<String>>> work = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            RequestFuzzer fuzzer = new RequestFuzzer(SEED + thread, seeds);
            work.add(() -> sendMany(fuzzer, (REQUESTS - WATCHED) / THREADS));
        }
        List<String> faults = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (Future<List<String>> done : threads.invokeAll(work)) {
                faults.addAll(done.get());
            }
        }
        assertThat(faults).as("seed " + SEED).isEmpty();
    }

    private List<String> sendMany(RequestFuzzer fuzzer, int count) {
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < count && faults.size() < 10; i++) {
            RequestFuzzer.Call call = fuzzer.next();
            fault(call, send(fuzzer.pick(callers), call), faults);
        }
        return faults;
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void writesNothingOfWhatItRefuses() {
        RequestFuzzer fuzzer = new RequestFuzzer(SEED + THREADS, FuzzSeeds.of(SERVER));
        List<String> faults = new ArrayList<>();
        Map<String, String> known = fingerprint();
        boolean current = true;
        for (int i = 0; i < WATCHED && faults.size() < 10; i++) {
            RequestFuzzer.Call call = fuzzer.next();
            Map<String, String> before = current || !call.writes() ? known : fingerprint();
            TestClient.Answer answer = send(fuzzer.pick(callers), call);
            fault(call, answer, faults);
            // What is only read may still be noted: a number given to a person who is looked at first.
            current = call.writes();
            if (current) {
                known = fingerprint();
                if (answer.status() >= 400 && !known.equals(before)) {
                    faults.add("refused with %d and yet %s changed: %s"
                            .formatted(answer.status(), changed(before, known), shown(call)));
                }
            }
        }
        assertThat(faults).as("seed " + SEED).isEmpty();
    }

    private static TestClient.Answer send(TestClient caller, RequestFuzzer.Call call) {
        TestClient typed = call.contentType().isEmpty() ? caller : caller.with("Content-Type", call.contentType());
        return typed.send(call.method(), call.path(), BodyPublishers.ofString(call.body(), StandardCharsets.UTF_8));
    }

    private static void fault(RequestFuzzer.Call call, TestClient.Answer answer, List<String> faults) {
        String text = answer.text();
        // kintone answers 520 to two rows of one number; nothing else may be the server's fault.
        if (answer.status() >= 500) {
            faults.add(answer.status() + " " + shown(call) + " gave " + text);
        } else if (answer.status() >= 400 && (text.contains("Exception") || text.contains("\tat "))) {
            faults.add("tells of the program: " + shown(call) + " gave " + text);
        } else if (answer.status() >= 400 && !call.method().equals("OPTIONS") && !text.startsWith("{")) {
            faults.add("no JSON: " + answer.status() + " " + shown(call) + " gave " + text);
        }
    }

    private static String shown(RequestFuzzer.Call call) {
        String text = call.toString();
        return text.length() > 4000 ? text.substring(0, 4000) : text;
    }

    private static Set<String> changed(Map<String, String> before, Map<String, String> after) {
        Set<String> changed = new TreeSet<>(before.keySet());
        changed.addAll(after.keySet());
        changed.removeIf(name -> Objects.equals(before.get(name), after.get(name)));
        return changed;
    }

    /** Tells two states of the database apart, by collection. */
    private static Map<String, String> fingerprint() {
        Map<String, String> hashes = new HashMap<>();
        try (MongoClient client = SERVER.database()) {
            var database = client.getDatabase(SERVER.databaseName());
            for (String collection : database.listCollectionNames()) {
                if (!NO_DATA.contains(collection)) {
                    MessageDigest digest = MessageDigest.getInstance("SHA-256");
                    database.getCollection(collection, RawBsonDocument.class)
                            .find()
                            .forEach(document ->
                                    digest.update(document.getByteBuffer().asNIO()));
                    hashes.put(collection, HexFormat.of().formatHex(digest.digest()));
                }
            }
            return hashes;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
