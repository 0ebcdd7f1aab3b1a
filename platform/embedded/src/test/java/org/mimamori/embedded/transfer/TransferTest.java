package org.mimamori.embedded.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mimamori.embedded.StoreFixture.json;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimamori.embedded.EmbeddedStoreException;
import org.mimamori.embedded.StoreFixture;

class TransferTest {

    @TempDir
    Path folder;

    private static void fill(StoreFixture store) {
        MongoCollection<Document> records = store.client().getDatabase("app").getCollection("records");
        records.createIndex(Indexes.ascending("n"), new IndexOptions().unique(true));
        records.createIndex(json("{a: 1, b: -1}"), new IndexOptions().partialFilterExpression(json("{live: true}")));
        List<Document> all = new ArrayList<>();
        for (int i = 0; i < 1500; i++) {
            all.add(new Document("_id", i)
                    .append("n", (long) i)
                    .append("d", Decimal128.parse("1.50"))
                    .append("t", new Date(i))
                    .append("s", "日本語\n\"𠮷\"")
                    .append("o", new ObjectId())
                    .append("b", new Binary((byte) 0x80, new byte[] {1, 2}))
                    .append("x", 1.0)
                    .append("nil", null));
        }
        records.insertMany(all);
        store.client().getDatabase("app").createCollection("empty");
    }

    @Test
    void outAndInGivesTheSameHashes() {
        try (StoreFixture one = StoreFixture.inMemory();
                StoreFixture two = StoreFixture.inMemory()) {
            fill(one);
            Map<String, String> written = one.mongo().exportTo(folder.resolve("a.zip"));
            assertThat(written).containsOnlyKeys("app.empty", "app.records");
            assertThat(two.mongo().importFrom(folder.resolve("a.zip"))).isEqualTo(written);
            assertThat(two.mongo().exportTo(folder.resolve("b.zip"))).isEqualTo(written);
            assertThat(two.client()
                            .getDatabase("app")
                            .getCollection("records")
                            .listIndexes()
                            .into(new ArrayList<>()))
                    .isEqualTo(one.client()
                            .getDatabase("app")
                            .getCollection("records")
                            .listIndexes()
                            .into(new ArrayList<>()));
            assertThatThrownBy(() -> two.mongo().importFrom(folder.resolve("a.zip")))
                    .isInstanceOf(EmbeddedStoreException.class);
        }
    }

    @Test
    void throughADriverGivesTheSameHashesToo() {
        try (StoreFixture one = StoreFixture.inMemory();
                StoreFixture two = StoreFixture.inMemory()) {
            fill(one);
            Map<String, String> written = one.mongo().exportTo(folder.resolve("a.zip"));
            DriverContent other = new DriverContent(two.client(), "app");
            assertThat(Archive.read(folder.resolve("a.zip"), other)).isEqualTo(written);
            assertThat(Archive.write(other, folder.resolve("c.zip"))).isEqualTo(written);
        }
    }

    @Test
    void filesGoAlongAndComeBackAsTheyWere() throws Exception {
        Path files = Files.createDirectories(folder.resolve("files/ab"));
        Files.writeString(files.resolve("photo"), "写真");
        try (StoreFixture one = StoreFixture.inMemory();
                StoreFixture two = StoreFixture.inMemory()) {
            fill(one);
            Path zip = folder.resolve("a.zip");
            Archive.write(new DriverContent(one.client(), "app"), zip, folder.resolve("files"));
            DriverContent renamed = new DriverContent(two.client(), "elsewhere");
            Archive.read(zip, renamed, folder.resolve("back"));
            assertThat(folder.resolve("back/ab/photo")).hasContent("写真");
            assertThat(renamed.namespaces()).containsExactly("elsewhere.empty", "elsewhere.records");
            assertThatThrownBy(() -> Archive.read(zip, renamed, folder.resolve("back")))
                    .hasMessageContaining("not empty");
        }
    }

    @Test
    void aTargetThatHoldsSomethingIsLeftAsItIs() throws Exception {
        Path files = Files.createDirectories(folder.resolve("files"));
        Files.writeString(files.resolve("photo"), "写真");
        try (StoreFixture one = StoreFixture.inMemory();
                StoreFixture two = StoreFixture.inMemory()) {
            fill(one);
            Path zip = folder.resolve("a.zip");
            Archive.write(new DriverContent(one.client(), "app"), zip, files);
            // The last collection of the archive, so that the others would have been written before it.
            two.client().getDatabase("app").getCollection("records").insertOne(new Document("_id", 1));
            DriverContent held = new DriverContent(two.client(), "app");
            assertThatThrownBy(() -> Archive.read(zip, held, folder.resolve("back")))
                    .hasMessageContaining("nothing was imported");
            assertThat(held.namespaces()).containsExactly("app.records");
            assertThat(folder.resolve("back")).doesNotExist();
        }
    }

    @Test
    void aDamagedArchiveIsRefusedAndChangesNothing() throws Exception {
        try (StoreFixture one = StoreFixture.inMemory();
                StoreFixture two = StoreFixture.inMemory()) {
            fill(one);
            Path zip = folder.resolve("a.zip");
            one.mongo().exportTo(zip);
            try (FileSystem archive = FileSystems.newFileSystem(zip)) {
                Files.writeString(archive.getPath("app.records.jsonl"), "{}\n", StandardOpenOption.APPEND);
            }
            assertThatThrownBy(() -> two.mongo().importFrom(zip)).hasMessageContaining("damaged");
            assertThat(two.client().getDatabase("app").listCollectionNames().into(new ArrayList<>()))
                    .isEmpty();
        }
    }
}
