package org.mimamori.server.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
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
                Duration.ofDays(90),
                "",
                new MimamoriSettings.Mongodb(uri, "mimamori"),
                new MimamoriSettings.Admin(null),
                new MimamoriSettings.Webhooks(false, 60));
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

    @Test
    void whatIsExportedIsItsOwnersAlone() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView(PosixFileAttributeView.class));
        fill();
        Path zip = folder.resolve("all.zip");
        new TransferCommand(settings("here", null)).run("export", zip);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(zip)))
                .isEqualTo("rw-------");
    }

    @Test
    void refusesWhatIsNotThere() {
        TransferCommand nowhere = new TransferCommand(settings("mistyped", null));
        assertThatThrownBy(() -> nowhere.run("export", folder.resolve("all.zip")))
                .hasMessageContaining("no installation in");
        assertThatThrownBy(() -> nowhere.run("import", folder.resolve("none.zip")))
                .hasMessageContaining("no file");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesAFileThatIsNoArchive() throws IOException {
        TransferCommand command = new TransferCommand(settings("here", null));
        for (String name : List.of("letter.zip", "letter.txt")) {
            Path letter = Files.writeString(folder.resolve(name), "前略");
            assertThatThrownBy(() -> command.run("import", letter)).hasMessageContaining("no archive");
        }
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
