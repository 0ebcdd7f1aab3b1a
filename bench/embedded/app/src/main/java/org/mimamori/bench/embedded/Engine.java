package org.mimamori.bench.embedded;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.mimamori.embedded.EmbeddedMongo;
import org.mimamori.embedded.EmbeddedSettings;

/** A server to measure. */
record Engine(String uri, Path folder, Runnable stop) implements AutoCloseable {

    static Engine start(String kind) throws IOException {
        Path folder = Files.createTempDirectory("bench");
        return switch (kind) {
            case "embedded" -> {
                EmbeddedMongo mongo = EmbeddedMongo.start(EmbeddedSettings.file(folder.resolve("data.mv")));
                yield new Engine(mongo.connectionString(), folder, mongo::close);
            }
            case "stock-memory" -> stock(new MongoServer(new MemoryBackend()), folder);
            case "stock-h2" -> stock(new MongoServer(new H2Backend(folder.resolve("data.mv").toString())), folder);
            default -> throw new IllegalArgumentException("no engine is called " + kind);
        };
    }

    private static Engine stock(MongoServer server, Path folder) {
        return new Engine(server.bindAndGetConnectionString(), folder, server::shutdownNow);
    }

    long fileBytes() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    @Override
    public void close() {
        stop.run();
    }
}
