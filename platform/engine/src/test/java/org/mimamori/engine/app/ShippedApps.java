package org.mimamori.engine.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The apps of the repository's folder {@code apps}, as tests read them. */
final class ShippedApps {

    private ShippedApps() {}

    /** Tests run in the folder of their module; the apps lie at the root of the repository. */
    static Path folder() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("apps"))) {
            folder = folder.getParent();
        }
        return folder.resolve("apps");
    }

    static List<Path> definitions() {
        try (Stream<Path> paths = Files.walk(folder())) {
            return paths.filter(path -> path.endsWith("app.json")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DefinitionSource source(Path file) {
        return DefinitionSource.of(folder().relativize(file).toString(), (ObjectNode) json(file));
    }

    /** The sample records that lie beside a definition. */
    static List<JsonNode> samples(String app) {
        return definitions().stream()
                .filter(file -> source(file).code().equals(app))
                .map(file -> json(file.resolveSibling("samples.json")))
                .flatMap(samples -> samples.path("records").valueStream())
                .toList();
    }

    static JsonNode json(Path file) {
        return new JsonMapper().readTree(file);
    }
}
