package org.mimamori.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file that is being read in when the server is killed is read to its end by the next, each record once. */
class ImportKillIT {

    private static final String USER = "coordhead";
    private static final int RECORDS = 3000;

    /** The next server takes the work over when nothing has been heard of the first for two minutes. */
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final Path data = Town.data();
    private final Path apps = Town.apps();

    @Test
    void goesOnWhereItWasAndWritesNothingTwice() throws Exception {
        long before;
        String id;
        try (ServerProcess server = ServerProcess.start(data, apps, true)) {
            server.awaitReady(USER);
            before = count(server);
            id = start(server);
            JsonNode status = status(server, id);
            while (status.path("written").asInt() < RECORDS / 10) {
                assertThat(status.path("state").asString())
                        .as(status.toString())
                        .isIn("WAITING", "RUNNING");
                status = status(server, id);
            }
            server.kill();
        }
        try (ServerProcess server = ServerProcess.start(data, apps, true)) {
            server.awaitReady(USER);
            assertThat(count(server) - before).isBetween(RECORDS / 10L, RECORDS - 1L);
            JsonNode status = awaitEnd(server, id);
            assertThat(status.path("state").asString()).as(status.toString()).isEqualTo("DONE");
            assertThat(status.path("added").asInt()).isEqualTo(RECORDS);
            assertThat(count(server) - before).isEqualTo(RECORDS);
        }
    }

    private static JsonNode awaitEnd(ServerProcess server, String id) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        JsonNode status = status(server, id);
        while (Set.of("WAITING", "RUNNING").contains(status.path("state").asString())) {
            assertThat(System.nanoTime()).as(status.toString()).isLessThan(deadline);
            status = status(server, id);
        }
        return status;
    }

    private static String start(ServerProcess server) throws IOException, InterruptedException {
        StringBuilder file = new StringBuilder("児童番号,日時,方法,事実\n");
        String child = child(server);
        for (int i = 0; i < RECORDS; i++) {
            file.append(child).append(",令和8年4月1日 9:30,電話,読み込み ").append(i).append('\n');
        }
        String key = read(server.upload(USER, "/k/v1/file.json", "list.csv", file.toString()))
                .path("fileKey")
                .asString();
        JsonNode begun = read(server.post(
                USER,
                "/api/apps/contact_log/imports.json",
                "{\"fileKey\":\"" + key + "\",\"columns\":[\"child\",\"at\",\"kind\",\"fact\"]}"));
        return begun.path("import").asString(begun.toString());
    }

    private static String child(ServerProcess server) throws IOException, InterruptedException {
        return read(server.get(USER, "/k/v1/records.json?app=" + app(server, "児童台帳") + "&fields=child_no"))
                .at("/records/0/child_no/value")
                .asString();
    }

    private static JsonNode status(ServerProcess server, String id) throws IOException, InterruptedException {
        return read(server.get(USER, "/api/apps/contact_log/imports.json?import=" + id));
    }

    private static long count(ServerProcess server) throws IOException, InterruptedException {
        return read(server.get(
                        USER,
                        "/k/v1/records.json?app=" + app(server, "経過記録") + "&totalCount=true&fields=$id&query=limit+1"))
                .path("totalCount")
                .asLong();
    }

    private static long app(ServerProcess server, String name) throws IOException, InterruptedException {
        for (JsonNode app : read(server.get(USER, "/k/v1/apps.json")).path("apps")) {
            if (app.path("name").asString().equals(name)) {
                return app.path("appId").asLong();
            }
        }
        throw new AssertionError("no app " + name);
    }

    private static JsonNode read(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }
}
