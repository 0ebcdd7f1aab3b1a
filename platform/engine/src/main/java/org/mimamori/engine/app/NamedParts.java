package org.mimamori.engine.app;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Replaces the reports or actions of a preview, which are kept by name. What has another name keeps its number and its
 * translations; what is not given is gone.
 */
public final class NamedParts {

    private static final String TRANSLATIONS = "translations";

    private NamedParts() {}

    /**
     * Takes what was sent for the parts there are to be. Of a part that is there, what was not sent stays as it is.
     *
     * @param part {@code reports} or {@code actions}
     * @param given settings by the name each has now; {@code name} in them is the name it is to have
     */
    public static void replace(DefinitionEdit edit, String part, ObjectNode given) {
        JsonNode before = edit.json().path(part).deepCopy();
        Map<String, String> names = new LinkedHashMap<>();
        ObjectNode after = edit.json().putObject(part);
        given.properties().forEach(entry -> {
            String name = entry.getValue().path("name").asString(entry.getKey());
            boolean renamed = before.has(entry.getKey()) && !after.has(name);
            String key = renamed ? name : entry.getKey();
            after.set(key, merged(before.path(entry.getKey()), entry.getValue()));
            if (before.has(entry.getKey())) {
                names.put(entry.getKey(), key);
            }
        });
        renumber(edit, part, names);
        edit.json().path(TRANSLATIONS).forEach(language -> translate(language, part, names));
    }

    private static JsonNode merged(JsonNode before, JsonNode given) {
        if (!(given instanceof ObjectNode changes)) {
            return given;
        }
        ObjectNode whole = before instanceof ObjectNode known ? known.deepCopy() : changes.objectNode();
        whole.setAll(changes);
        whole.remove("id");
        return whole;
    }

    private static void renumber(DefinitionEdit edit, String part, Map<String, String> names) {
        if (part.equals("reports")) {
            edit.renameReports(names);
        } else {
            edit.renameActions(names);
        }
    }

    private static void translate(JsonNode language, String part, Map<String, String> names) {
        if (language instanceof ObjectNode texts && texts.get(part) instanceof ObjectNode before) {
            ObjectNode after = texts.putObject(part);
            names.forEach((from, to) -> {
                if (before.has(from)) {
                    after.set(to, before.get(from));
                }
            });
        }
    }
}
