package org.mimamori.engine.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The places where a definition names other apps: lookups, related records, roll-ups and app actions. */
final class AppReferences {

    private AppReferences() {}

    /** Every {@code {"app": …, "code": …}} of a definition, to be changed in place. */
    static List<ObjectNode> in(ObjectNode definition) {
        List<ObjectNode> found = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : definition.path("fields").properties()) {
            inField(field.getValue(), found);
            field.getValue().path("fields").forEach(inner -> inField(inner, found));
        }
        definition.path("rollups").forEach(rollup -> add(rollup.path("app"), found));
        definition.path("actions").forEach(action -> add(action.path("destApp"), found));
        return found;
    }

    private static void inField(JsonNode field, List<ObjectNode> found) {
        add(field.path("lookup").path("relatedApp"), found);
        add(field.path("referenceTable").path("relatedApp"), found);
    }

    private static void add(JsonNode reference, List<ObjectNode> found) {
        if (reference instanceof ObjectNode object) {
            found.add(object);
        }
    }
}
