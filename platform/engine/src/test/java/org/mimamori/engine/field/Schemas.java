package org.mimamori.engine.field;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON Schemas of the repository, as tests read them. */
public final class Schemas {

    /** What every schema's {@code $id} begins with. */
    public static final String BASE = "https://mimamori.org/schemas/";

    static final Path FOLDER = folder();

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Schemas::text));

    private Schemas() {}

    /** The schema in a file of the folder {@code schemas}, with what it refers to. */
    public static Schema get(String file) {
        return REGISTRY.getSchema(SchemaLocation.of(BASE + file));
    }

    public static Schema compile(JsonNode schema) {
        return REGISTRY.getSchema(schema);
    }

    public static JsonNode json(String file) {
        return new JsonMapper().readTree(FOLDER.resolve(file));
    }

    private static @Nullable String text(String id) {
        try {
            return id.startsWith(BASE) ? Files.readString(FOLDER.resolve(id.substring(BASE.length()))) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tests run in the folder of their module; the schemas lie at the root of the repository. */
    private static Path folder() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("schemas/field"))) {
            folder = folder.getParent();
        }
        return folder.resolve("schemas");
    }
}
