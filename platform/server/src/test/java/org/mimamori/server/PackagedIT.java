package org.mimamori.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimamori.embedded.EmbeddedMongo;
import org.mimamori.embedded.EmbeddedSettings;

/**
 * The product as it is built and started: unpacked, its beans made by the build, its Java machine trained. What is
 * chosen by settings must still be chosen at the start.
 */
class PackagedIT {

    private static final String USER = "coordinator";
    private static final String BEANS = "-Dspring.aot.enabled=true";

    @TempDir
    static Path folder;

    private static Path run;

    @BeforeAll
    static void unpack() throws Exception {
        run = folder.resolve("run");
        execute("-Djarmode=tools", "-jar", "target/mimamori.jar", "extract", "--destination", run.toString());
    }

    /**
     * The training checks each answer, of the API and of the screens, by itself. The environment tells of the real
     * installation, which it must not touch.
     */
    @Test
    void isTrainedOnAFolderOfItsOwnAndThenStartsFromWhatWasNoted() throws Exception {
        boolean notes = Runtime.version().feature() >= 25;
        Path cache = folder.resolve("mimamori.aot");
        try (EmbeddedMongo real = EmbeddedMongo.start(EmbeddedSettings.file(folder.resolve("real.db")))) {
            List<String> arguments = new ArrayList<>(notes ? List.of("-XX:AOTCacheOutput=" + cache) : List.of());
            arguments.addAll(
                    List.of(BEANS, "-jar", jar(), "train", folder.resolve("own").toString()));
            ProcessBuilder training = command(arguments);
            training.environment().put("MIMAMORI_MONGODB_URI", real.connectionString());
            training.environment().put("MIMAMORI_DATA", folder.resolve("real").toString());
            assertThat(output(training)).contains("AOT-processed", "Trained with");
            assertThat(databases(real)).doesNotContain("mimamori");
        }
        assertThat(folder.resolve("real")).doesNotExist();
        assertThat(folder.resolve("own/data/mimamori.db")).exists();
        assertThat(Files.exists(cache)).isEqualTo(notes);

        List<String> options = new ArrayList<>(notes ? List.of("-XX:AOTCache=" + cache) : List.of());
        options.addAll(List.of(BEANS, "-jar", jar()));
        try (ServerProcess server = ServerProcess.start(options, settings(folder.resolve("trained"), true))) {
            server.awaitReady(USER);
            assertThat(server.get(USER, "/k/v1/apps.json").body()).contains("児童台帳");
            assertThat(server.get(USER, "/login").body()).contains("<meta name=\"_csrf\"");
        }
    }

    @Test
    void takesADatabaseBehindAnAddress() throws Exception {
        Path data = folder.resolve("elsewhere");
        try (EmbeddedMongo there = EmbeddedMongo.start(EmbeddedSettings.inMemory())) {
            List<String> settings = new ArrayList<>(settings(data, true));
            settings.add("--mimamori.mongodb.uri=" + there.connectionString());
            try (ServerProcess server = ServerProcess.start(List.of(BEANS, "-jar", jar()), settings)) {
                server.awaitReady(USER);
                HttpResponse<String> apps = server.get(USER, "/k/v1/apps.json");
                assertThat(apps.body()).contains("児童台帳");
            }
            assertThat(databases(there)).contains("mimamori");
        }
        assertThat(data.resolve("mimamori.db")).doesNotExist();
    }

    @Test
    void hasNobodyInItWithoutTheDemo() throws Exception {
        List<String> settings = settings(folder.resolve("empty"), false);
        try (ServerProcess server = ServerProcess.start(List.of(BEANS, "-jar", jar()), settings)) {
            server.awaitReady(USER);
            assertThat(server.get(USER, "/k/v1/apps.json").statusCode()).isEqualTo(401);
        }
    }

    /** Nothing of the server is started for it, whatever the options say of the server's beans. */
    @Test
    void exports() throws Exception {
        Path data = Files.createDirectory(folder.resolve("exported"));
        try (EmbeddedMongo mongo = EmbeddedMongo.start(EmbeddedSettings.file(data.resolve("mimamori.db")));
                MongoClient client = MongoClients.create(mongo.connectionString())) {
            client.getDatabase("mimamori").getCollection("records_1").insertOne(new Document("_id", 1));
        }
        Path zip = folder.resolve("all.zip");
        assertThat(execute(BEANS, "-jar", jar(), "export", zip.toString(), "--mimamori.data=" + data))
                .contains("mimamori.records_1");
        assertThat(zip).exists();
    }

    private static String jar() {
        return run.resolve("mimamori.jar").toString();
    }

    private static List<String> settings(Path data, boolean demo) {
        return List.of("--mimamori.data=" + data, "--mimamori.apps=" + Town.apps(), "--mimamori.demo=" + demo);
    }

    private static List<String> databases(EmbeddedMongo mongo) {
        try (MongoClient client = MongoClients.create(mongo.connectionString())) {
            return client.listDatabaseNames().into(new ArrayList<>());
        }
    }

    private static String execute(String... arguments) throws Exception {
        return output(command(List.of(arguments)));
    }

    private static ProcessBuilder command(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectErrorStream(true);
    }

    /** What a process says that ends well. */
    private static String output(ProcessBuilder builder) throws IOException, InterruptedException {
        Path log = Files.createTempFile("packaged", ".log");
        Process process = builder.redirectOutput(log.toFile()).start();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        process.destroyForcibly();
        String said = Files.readString(log);
        assertThat(ended).as(said).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }
}
