package org.mimamori.engine.settings;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What of a definition goes along into copies and templates: no files, no webhooks, whose secrets and readers are
 * nobody else's, and the managers' notes only if they say so.
 */
final class Portable {

    private static final String NOTES = "adminNotes";

    private Portable() {}

    /** The definition itself, without the rest. */
    static ObjectNode of(ObjectNode definition) {
        definition.remove("webhooks");
        if (!definition.path(NOTES).path("includeInTemplateAndDuplicates").asBoolean(false)) {
            definition.remove(NOTES);
        }
        if (definition.get("settings") instanceof ObjectNode settings && isFile(settings.path("icon"))) {
            settings.remove("icon");
        }
        for (JsonNode device : definition.path("customize")) {
            for (String kind : List.of("js", "css")) {
                if (device.get(kind) instanceof ArrayNode resources) {
                    resources.removeIf(Portable::isFile);
                }
            }
        }
        return definition;
    }

    private static boolean isFile(JsonNode node) {
        return node.path("type").asString("").equals("FILE");
    }
}
