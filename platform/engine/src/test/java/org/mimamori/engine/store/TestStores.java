package org.mimamori.engine.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.mimamori.embedded.EmbeddedMongo;
import org.mimamori.embedded.EmbeddedSettings;

/**
 * Real stores for a test class: a database and a folder of its own, gone afterwards. Register it as a static extension:
 *
 * <pre>
 * &#64;RegisterExtension
 * static final TestStores STORES = TestStores.embedded();
 * </pre>
 *
 * All classes of a run share one embedded server in memory. Commands outside the shared subset fail.
 */
public final class TestStores implements BeforeAllCallback, AfterAllCallback {

    private final Supplier<String> server;
    private final Clock clock;
    private final String database = "test-" + UUID.randomUUID();
    private Path folder;
    private MongoStores stores;
    private int classes;

    private TestStores(Supplier<String> server, Clock clock) {
        this.server = server;
        this.clock = clock;
    }

    /** Stores on the embedded server. */
    public static TestStores embedded() {
        return embedded(Clock.systemUTC());
    }

    public static TestStores embedded(Clock clock) {
        return new TestStores(() -> Embedded.SERVER.connectionString(), clock);
    }

    /** Stores on a server that is known when the tests start. */
    public static TestStores at(Supplier<String> connectionString, Clock clock) {
        return new TestStores(connectionString, clock);
    }

    public MongoStores get() {
        return stores;
    }

    /** Opens the same data once more, as another process would. */
    public MongoStores openAgain() {
        return MongoStores.open(settings(), clock);
    }

    StoreSettings settings() {
        return StoreSettings.of(server.get(), database, folder).strictly();
    }

    /** The driver itself, for tests that look behind the ports. */
    public MongoClient client() {
        return MongoClients.create(server.get());
    }

    /** Name of the database. */
    public String database() {
        return database;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        // Asked again for each nested class.
        if (classes++ > 0) {
            return;
        }
        folder = Files.createTempDirectory("mimamori-files");
        stores = openAgain();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (--classes > 0) {
            return;
        }
        stores.close();
        try (MongoClient client = client()) {
            client.getDatabase(database).drop();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(TestStores::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Started with the first class that needs it; ends with the virtual machine. */
    private static final class Embedded {
        static final EmbeddedMongo SERVER = EmbeddedMongo.start(EmbeddedSettings.inMemory());
    }
}
