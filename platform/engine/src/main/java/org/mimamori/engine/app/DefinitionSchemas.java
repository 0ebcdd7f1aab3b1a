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
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The JSON Schemas of the definition format (folder {@code schemas}), compiled. */
final class DefinitionSchemas {

    private static final String BASE = "https://mimamori.org/schemas/";
    private static final String FOLDER = "schemas/";

    private static final double LARGEST = Long.MAX_VALUE;

    /** Keywords whose failure only repeats what the keywords inside them say. */
    private static final Set<String> WRAPPERS = Set.of("if", "then", "else", "allOf", "$ref");

    /** Where the short names stand that files, URLs and translations use. */
    private static final List<String> NAMES = List.of(
            "app.schema.json#/properties/code/pattern",
            "rules.json#/items/properties/name/pattern",
            "unique-together.json#/items/properties/name/pattern");

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaIdResolvers(ids -> ids.mapPrefix(BASE, "classpath:" + FOLDER))
                    .schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .pathType(PathType.JSON_POINTER)
                            .build()));

    void checkApp(JsonNode definition, Findings findings) {
        check(get("app.schema.json"), definition, Place.ROOT, findings);
    }

    /** Checks a report that is asked ad hoc. */
    void checkReport(JsonNode json, Findings findings) {
        check(get("ad-hoc-report.json"), json, Place.ROOT, findings);
    }

    /** Checks the settings of a field whose type is a plug-in's; a plug-in without a schema checks them itself. */
    void checkPlugInField(String type, JsonNode settings, Place place, Findings findings) {
        String file = "field/" + type + ".json";
        if (DefinitionSchemas.class.getClassLoader().getResource(FOLDER + file) != null) {
            check(get(file), settings, place, findings);
        }
    }

    /** Compiled when it is first needed; the registry keeps it. */
    private Schema get(String file) {
        return registry.getSchema(SchemaLocation.of(BASE + file));
    }

    private static void check(Schema schema, JsonNode node, Place place, Findings findings) {
        int before = findings.count();
        checkNumbers(node, place, findings);
        if (findings.count() > before) {
            return;
        }
        schema.validate(node).stream()
                .filter(error -> !WRAPPERS.contains(error.getKeyword()))
                .forEach(error -> report(error, place, findings));
    }

    /** The validator compares numbers as longs and fails on larger ones; nothing in a definition is that large. */
    private static void checkNumbers(JsonNode node, Place place, Findings findings) {
        if (node.isNumber() && !(Math.abs(node.doubleValue()) < LARGEST)) {
            findings.add(place, "schema.maximum", Long.toString(Long.MAX_VALUE));
        }
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            checkNumbers(property.getValue(), place.at(property.getKey()), findings);
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                checkNumbers(node.get(i), place.at(i), findings);
            }
        }
    }

    private static void report(Error error, Place place, Findings findings) {
        Object[] arguments = error.getArguments() == null ? new Object[0] : error.getArguments();
        List<Object> args =
                Arrays.stream(arguments).<Object>map(String::valueOf).toList();
        Place at = new Place(place.pointer() + error.getInstanceLocation());
        findings.addAll(at, key(error), args);
    }

    /**
     * Words for what is wrong; patterns that people meet have their own, for a regular expression tells them nothing.
     */
    private static String key(Error error) {
        boolean pattern = error.getKeyword().equals("pattern");
        String schema = error.getSchemaLocation().toString();
        if (pattern && schema.contains("/fieldCode/")) {
            return "fieldCode.malformed";
        }
        return pattern && NAMES.stream().anyMatch(schema::endsWith) ? "schema.name" : "schema." + error.getKeyword();
    }
}
