package org.mimamori.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A bulk request of 20 times 100 records is kept whole or not at all, whatever happens to the server meanwhile. */
class BulkKillIT {

    private static final String USER = "coordinator";
    private static final int CALLS = 20;
    private static final int RECORDS = 100;

    private final Path data = Town.data();
    private final Path apps = Town.apps();

    @Test
    void leavesNothingBehindWhenItsLastRecordIsWrong() throws Exception {
        try (ServerProcess server = ServerProcess.start(data, apps, true)) {
            server.awaitReady(USER);
            long app = appOf(server, "経過記録");
            long before = count(server, app);

            HttpResponse<String> answer = server.post(USER, "/k/v1/bulkRequest.json", bulk(app, child(server), "手紙で"));

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            JsonNode results = read(answer).get("results");
            assertThat(results).hasSize(CALLS);
            assertThat(results.get(0).isEmpty()).isTrue();
            assertThat(results.get(CALLS - 1).get("errors").propertyNames())
                    .allMatch(place -> place.startsWith("records[" + (RECORDS - 1) + "].kind"));
            assertThat(count(server, app)).isEqualTo(before);
        }
    }

    /** @param looks how often somebody else reads before the server is killed: early, in the middle, late */
    @ParameterizedTest
    @ValueSource(ints = {1, 12, 60})
    void isWholeOrNotThereAfterAKill(int looks) throws Exception {
        long app;
        long before;
        boolean acknowledged;
        try (ServerProcess server = ServerProcess.start(data, apps, true)) {
            server.awaitReady(USER);
            app = appOf(server, "経過記録");
            before = count(server, app);
            String body = bulk(app, child(server), "電話");
            CompletableFuture<Boolean> sent = CompletableFuture.supplyAsync(() -> send(server, body));
            for (int i = 0; i < looks && !sent.isDone(); i++) {
                assertThat(count(server, app)).isIn(before, before + CALLS * RECORDS);
            }
            server.kill();
            acknowledged = sent.join();
        }
        try (ServerProcess server = ServerProcess.start(data, apps, true)) {
            server.awaitReady(USER);
            long after = count(server, app);
            assertThat(after).isIn(before, before + CALLS * RECORDS);
            if (acknowledged) {
                assertThat(after).isEqualTo(before + CALLS * RECORDS);
            }
        }
    }

    /** Whether the server said that it kept the records. */
    private static boolean send(ServerProcess server, String body) {
        try {
            HttpResponse<String> answer = server.post(USER, "/k/v1/bulkRequest.json", body);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return true;
        } catch (IOException gone) {
            return false;
        } catch (InterruptedException e) {
            throw new CompletionException(e);
        }
    }

    /** @param last kind of the very last record's contact */
    private static String bulk(long app, String child, String last) {
        ObjectNode bulk = JsonMapper.shared().createObjectNode();
        ArrayNode requests = bulk.putArray("requests");
        for (int call = 0; call < CALLS; call++) {
            ObjectNode payload = requests.addObject()
                    .put("method", "POST")
                    .put("api", "/k/v1/records.json")
                    .putObject("payload")
                    .put("app", app);
            ArrayNode records = payload.putArray("records");
            for (int i = 0; i < RECORDS; i++) {
                boolean isLast = call == CALLS - 1 && i == RECORDS - 1;
                records.add(record(child, isLast ? last : "電話"));
            }
        }
        return bulk.toString();
    }

    private static JsonNode record(String child, String kind) {
        return JsonMapper.shared().readTree("""
            {"child": {"value": "%s"}, "at": {"value": "2026-01-05T09:00:00Z"}, "kind": {"value": "%s"},
             "fact": {"value": "電話で母と話した。"}, "by": {"value": [{"code": "coordinator"}]}}""".formatted(child, kind));
    }

    private static long count(ServerProcess server, long app) throws IOException, InterruptedException {
        String path = "/k/v1/records.json?totalCount=true&fields%5B0%5D=%24id&query=limit%201&app=" + app;
        return read(server.get(USER, path)).get("totalCount").asLong();
    }

    private static String child(ServerProcess server) throws IOException, InterruptedException {
        String path = "/k/v1/records.json?fields%5B0%5D=child_no&query=limit%201&app=";
        JsonNode found = read(server.get(USER, path + appOf(server, "児童台帳")));
        return found.get("records").get(0).get("child_no").get("value").asString();
    }

    private static long appOf(ServerProcess server, String name) throws IOException, InterruptedException {
        for (JsonNode app : read(server.get(USER, "/k/v1/apps.json")).get("apps")) {
            if (app.get("name").asString().equals(name)) {
                return app.get("appId").asLong();
            }
        }
        throw new IllegalStateException("no app " + name);
    }

    private static JsonNode read(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
