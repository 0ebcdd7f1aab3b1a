package org.mimamori.api.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.mimamori.api.wire.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What each of kintone's calls takes and answers, as JSON schemas of their outermost objects. */
final class CallDescriptions {

    /** JSON schemas of a request and its answer. */
    record Description(ObjectNode request, ObjectNode response) {}

    private final Map<String, Description> byName = new HashMap<>();

    /** Read from {@code calls.txt}, which says how it is written. */
    CallDescriptions() {
        try (InputStream file = CallDescriptions.class.getResourceAsStream("calls.txt")) {
            if (file == null) {
                throw new IllegalStateException("calls.txt is missing");
            }
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        int name = line.indexOf(' ');
        int middle = line.indexOf('>');
        byName.put(
                line.substring(0, name),
                new Description(schema(line.substring(name, middle)), schema(line.substring(middle + 1))));
    }

    /** The description of a call by its name and method; of one that has none, objects of anything. */
    Description of(String name) {
        return byName.getOrDefault(name, new Description(schema(""), schema("")));
    }

    private static ObjectNode schema(String properties) {
        ObjectNode schema = Json.object().put("type", "object");
        ArrayNode required = schema.putArray("required");
        ObjectNode types = schema.putObject("properties");
        for (String property : properties.strip().split(" ", -1)) {
            int colon = property.indexOf(':');
            if (colon > 0) {
                String name = property.substring(0, colon);
                type(types.putObject(name), property.charAt(colon + 1));
                if (property.endsWith("*")) {
                    required.add(name);
                }
            }
        }
        return schema;
    }

    private static void type(ObjectNode property, char letter) {
        switch (letter) {
            case 'i' -> property.put("type", "integer");
            case 's' -> property.put("type", "string");
            case 'b' -> property.put("type", "boolean");
            case 'a' -> property.put("type", "array");
            case 'o' -> property.put("type", "object");
            default -> {
                // Anything.
            }
        }
    }
}
