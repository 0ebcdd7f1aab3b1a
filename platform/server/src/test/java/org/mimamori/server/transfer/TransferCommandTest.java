package org.mimamori.server.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimamori.embedded.EmbeddedMongo;
import org.mimamori.embedded.EmbeddedSettings;
import org.mimamori.server.settings.MimamoriSettings;
import org.springframework.util.unit.DataSize;

class TransferCommandTest {

    @TempDir
    Path folder;

    private MimamoriSettings settings(String data, @Nullable String uri) {
        return new MimamoriSettings(
                folder.resolve(data),
                folder,
                false,
                ZoneId.of("Asia/Tokyo"),
                "ja",
                DataSize.ofMegabytes(1),
                new MimamoriSettings.Mongodb(uri, "mimamori"),
                new MimamoriSettings.Admin(null));
    }

    @Test
    void movesAnInstallationToADatabaseBehindAnAddressAndBack() throws IOException {
        fill();
        Path zip = folder.resolve("all.zip");
        Map<String, String> written = new TransferCommand(settings("here", null)).run("export", zip);
        assertThat(written).containsOnlyKeys("mimamori.records_1");
        try (EmbeddedMongo elsewhere = EmbeddedMongo.start(EmbeddedSettings.inMemory())) {
            TransferCommand there = new TransferCommand(settings("there", elsewhere.connectionString()));
            assertThat(there.run("import", zip)).isEqualTo(written);
            assertThat(folder.resolve("there/files/ab/photo")).hasContent("写真");
            assertThat(there.run("export", folder.resolve("again.zip"))).isEqualTo(written);
        }
        TransferCommand back = new TransferCommand(settings("back", null));
        assertThat(back.run("import", folder.resolve("again.zip"))).isEqualTo(written);
        assertThatThrownBy(() -> back.run("import", zip)).hasMessageContaining("not empty");
        assertThatThrownBy(() -> back.run("export", zip)).isInstanceOf(IOException.class);
    }

    private void fill() throws IOException {
        Path files = Files.createDirectories(folder.resolve("here/files/ab"));
        Files.writeString(files.resolve("photo"), "写真");
        try (EmbeddedMongo mongo = EmbeddedMongo.start(EmbeddedSettings.file(folder.resolve("here/mimamori.db")));
                MongoClient client = MongoClients.create(mongo.connectionString())) {
            client.getDatabase("mimamori").getCollection("records_1").insertOne(new Document("_id", 1L));
        }
    }
}
