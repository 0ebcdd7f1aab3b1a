package org.mimamori.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.mimamori.embedded.EmbeddedMongo;
import org.mimamori.embedded.EmbeddedSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An installation that an earlier version has filled: its records are found, and its numbers go on. */
class UpgradeIT {

    private static final String USER = "coordhead";

    private final Path data = Town.data();
    private final Path apps = Town.apps();

    @Test
    void findsRecordsByTextAndGivesNoNumberAgain() throws Exception {
        long hits;
        long last;
        try (ServerProcess server = ServerProcess.start(data, apps, true)) {
            server.awaitReady(USER);
            hits = hits(server);
            last = last(server);
            assertThat(hits).isPositive();
        }
        makeOld();
        try (ServerProcess server = ServerProcess.start(data, apps, true)) {
            server.awaitReady(USER);
            assertThat(hits(server)).isEqualTo(hits);
            assertThat(add(server)).isEqualTo(last + 1);
        }
    }

    /** Takes away what this version keeps beside values, and puts the counters where they were. */
    private void makeOld() {
        try (EmbeddedMongo mongo = EmbeddedMongo.start(EmbeddedSettings.file(data.resolve("mimamori.db")));
                MongoClient client = MongoClients.create(mongo.connectionString())) {
            MongoDatabase database = client.getDatabase("mimamori");
            for (Document app : database.getCollection("apps").find()) {
                database.getCollection("r_" + app.get("_id"))
                        .updateMany(new Document(), Document.parse("{$unset: {s: '', n: ''}}"));
            }
            database.getCollection("apps")
                    .updateMany(new Document(), new Document("$set", new Document("derived", List.of("1"))));
            Document counters = database.getCollection("counters")
                    .findOneAndUpdate(new Document("_id", "changes"), Document.parse("{$unset: {records: ''}}"));
            assertThat(counters).isNotNull();
            counters.get("records", Document.class)
                    .forEach((app, value) -> database.getCollection("counters")
                            .insertOne(new Document("_id", "records:" + app).append("v", value)));
        }
    }

    private static long hits(ServerProcess server) throws IOException, InterruptedException {
        String fact = newest(server).at("/fact/value").asString();
        return records(server, "fact like \"%s\" limit 1".formatted(fact.substring(0, 4)))
                .path("totalCount")
                .asLong();
    }

    private static long last(ServerProcess server) throws IOException, InterruptedException {
        return newest(server).at("/$id/value").asLong();
    }

    private static JsonNode newest(ServerProcess server) throws IOException, InterruptedException {
        return records(server, "order by $id desc limit 1").at("/records/0");
    }

    private static long add(ServerProcess server) throws IOException, InterruptedException {
        String record =
                """
                {"app": %d, "record": {"child": {"value": "%s"}, "at": {"value": "2026-04-01T00:30:00Z"},
                  "kind": {"value": "電話"}, "fact": {"value": "元気そうだった"}}}""".formatted(app(server), newest(server).at("/child/value").asString());
        return read(server.post(USER, "/k/v1/record.json", record)).path("id").asLong();
    }

    private static JsonNode records(ServerProcess server, String query) throws IOException, InterruptedException {
        return read(server.get(
                USER,
                "/k/v1/records.json?totalCount=true&app=%d&query=%s"
                        .formatted(app(server), URLEncoder.encode(query, StandardCharsets.UTF_8))));
    }

    private static long app(ServerProcess server) throws IOException, InterruptedException {
        return read(server.get(USER, "/k/v1/apps.json?name=" + URLEncoder.encode("経過記録", StandardCharsets.UTF_8)))
                .at("/apps/0/appId")
                .asLong();
    }

    private static JsonNode read(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }
}
