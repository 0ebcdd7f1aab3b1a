package org.mimamori.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server that is killed in the middle of writing has lost nothing it said it had kept. */
class KillIT {

    private static final String USER = "coordinator";
    private static final int ENOUGH = 40;

    private final Path data = Town.data();
    private final Path apps = Town.apps();

    @Test
    void keepsEveryAcknowledgedRecordWhenItIsKilled() throws Exception {
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        long app;
        try (ServerProcess server = ServerProcess.start(data, apps, true)) {
            server.awaitReady(USER);
            app = app(server);
            writeUntilKilled(server, app, acknowledged);
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH);
        try (ServerProcess server = ServerProcess.start(data, apps, true)) {
            server.awaitReady(USER);
            for (String id : acknowledged) {
                HttpResponse<String> answer = server.get(USER, "/k/v1/record.json?app=" + app + "&id=" + id);
                assertThat(answer.statusCode()).as("record %s", id).isEqualTo(200);
            }
        }
    }

    private static void writeUntilKilled(ServerProcess server, long app, Set<String> acknowledged)
            throws InterruptedException {
        AtomicBoolean killed = new AtomicBoolean();
        Thread[] writers = new Thread[4];
        for (int i = 0; i < writers.length; i++) {
            writers[i] = Thread.ofVirtual().start(() -> write(server, app, acknowledged, killed));
        }
        while (acknowledged.size() < ENOUGH && anyAlive(writers)) {
            Thread.onSpinWait();
        }
        server.kill();
        killed.set(true);
        for (Thread writer : writers) {
            writer.join();
        }
    }

    private static boolean anyAlive(Thread[] threads) {
        for (Thread thread : threads) {
            if (thread.isAlive()) {
                return true;
            }
        }
        return false;
    }

    private static void write(ServerProcess server, long app, Set<String> acknowledged, AtomicBoolean killed) {
        String body = """
            {"app": %d, "record": {"child": {"value": "%s"}, "at": {"value": "2026-01-05T09:00:00Z"},
             "kind": {"value": "電話"}, "fact": {"value": "電話で母と話した。"},
             "by": {"value": [{"code": "coordinator"}]}}}""";
        try {
            String child = child(server);
            while (!killed.get()) {
                HttpResponse<String> answer = server.post(USER, "/k/v1/record.json", body.formatted(app, child));
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                acknowledged.add(read(answer).get("id").asString());
            }
        } catch (IOException gone) {
            // The kill cut this call off: it was not acknowledged.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String child(ServerProcess server) throws IOException, InterruptedException {
        String path = "/k/v1/records.json?fields%5B0%5D=child_no&query=limit%201&app=";
        JsonNode found = read(server.get(USER, path + appOf(server, "児童台帳")));
        return found.get("records").get(0).get("child_no").get("value").asString();
    }

    private static long app(ServerProcess server) throws IOException, InterruptedException {
        return appOf(server, "経過記録");
    }

    private static long appOf(ServerProcess server, String name) throws IOException, InterruptedException {
        JsonNode apps = read(server.get(USER, "/k/v1/apps.json"));
        for (JsonNode app : apps.get("apps")) {
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
