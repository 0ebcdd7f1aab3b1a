package org.mimamori.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The shipped child-watch apps with a small municipality, in a folder of their own: what whole-system tests start on.
 */
public final class Town {

    /** The password of everybody in it. */
    public static final String PASSWORD = "mimamori-demo";

    private static final Path SHIPPED = Path.of("../../apps/child-watch");

    private Town() {}

    /** A folder of app definitions and the small recipe. */
    public static Path apps() {
        try {
            Path folder = Files.createTempDirectory("mimamori-town");
            try (Stream<Path> apps = Files.walk(SHIPPED)) {
                apps.filter(path -> path.endsWith("app.json")).forEach(path -> copy(path, folder));
            }
            try (InputStream recipe = Objects.requireNonNull(Town.class.getResourceAsStream("/town/demo.json"))) {
                Files.copy(recipe, folder.resolve("demo.json"));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An empty data folder. */
    public static Path data() {
        try {
            return Files.createTempDirectory("mimamori-data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path definition, Path folder) {
        try {
            Path target = folder.resolve(SHIPPED.relativize(definition));
            Files.createDirectories(target.getParent());
            Files.copy(definition, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
