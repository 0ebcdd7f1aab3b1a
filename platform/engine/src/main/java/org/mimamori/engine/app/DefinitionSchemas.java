package org.mimamori.engine.app;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** The JSON Schemas of the definition format (folder {@code schemas}), compiled. */
final class DefinitionSchemas {

    private static final String FOLDER = "schemas/";

    /** Keywords whose failure only repeats what the keywords inside them say. */
    private static final List<String> WRAPPERS = List.of("if", "allOf", "$ref");

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                    .pathType(PathType.JSON_POINTER)
                    .build()));

    private final Map<String, Optional<Schema>> compiled = new ConcurrentHashMap<>();

    void checkApp(JsonNode definition, Findings findings) {
        check("app.schema.json", definition, Place.ROOT, findings);
    }

    /** Checks the settings of one field by the schema of its type; a type without a schema checks itself. */
    void checkField(String type, JsonNode settings, Place place, Findings findings) {
        check("field/" + type + ".json", settings, place, findings);
    }

    private void check(String file, JsonNode node, Place place, Findings findings) {
        compiled.computeIfAbsent(file, this::compile)
                .ifPresent(schema -> schema.validate(node).stream()
                        .filter(error -> !WRAPPERS.contains(error.getKeyword()))
                        .forEach(error -> report(error, place, findings)));
    }

    private static void report(Error error, Place place, Findings findings) {
        Object[] arguments = error.getArguments() == null ? new Object[0] : error.getArguments();
        findings.addAll(
                new Place(place.pointer() + error.getInstanceLocation()),
                "schema." + error.getKeyword(),
                Arrays.stream(arguments).<Object>map(String::valueOf).toList());
    }

    private Optional<Schema> compile(String file) {
        if (DefinitionSchemas.class.getClassLoader().getResource(FOLDER + file) == null) {
            return Optional.empty();
        }
        return Optional.of(registry.getSchema(SchemaLocation.of("classpath:" + FOLDER + file)));
    }
}
