package org.mimamori.embedded;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmokeTest {

    @TempDir
    Path folder;

    @Test
    void writesReadsAndSurvivesARestart() {
        EmbeddedSettings settings = EmbeddedSettings.file(folder.resolve("data.mv"));
        try (EmbeddedMongo mongo = EmbeddedMongo.start(settings);
                MongoClient client = MongoClients.create(mongo.connectionString())) {
            MongoCollection<Document> records = client.getDatabase("d").getCollection("c");
            records.createIndex(Indexes.ascending("n"));
            List<Document> many = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                many.add(new Document("_id", i).append("n", i % 100).append("s", "x" + i));
            }
            records.insertMany(many);
            records.updateOne(eq("_id", 5), Updates.set("n", 1000));
            assertThat(records.find(eq("n", 1000)).first()).containsEntry("_id", 5);
            assertThat(records.countDocuments(gte("n", 50))).isEqualTo(501);
            assertThat(records.find(gte("n", 50))
                            .sort(Sorts.descending("n", "_id"))
                            .limit(2)
                            .map(d -> d.get("_id"))
                            .into(new ArrayList<>()))
                    .containsExactly(5, 999);
        }
        try (EmbeddedMongo mongo = EmbeddedMongo.start(settings);
                MongoClient client = MongoClients.create(mongo.connectionString())) {
            MongoCollection<Document> records = client.getDatabase("d").getCollection("c");
            assertThat(records.countDocuments()).isEqualTo(1000);
            assertThat(records.find(eq("n", 1000)).explain().toJson()).contains("n_1");
        }
    }
}
