package org.mimamori.engine.edit;

import java.util.List;
import java.util.function.UnaryOperator;
import org.mimamori.engine.app.DefinitionEdit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes which scripts and styles an app names; a list that is given replaces the old one. */
public final class CustomizeEdit {

    private CustomizeEdit() {}

    /**
     * Changes the customisation.
     *
     * @param files gives the keys under which the app keeps uploaded files
     */
    public static void change(DefinitionEdit edit, ObjectNode given, UnaryOperator<ObjectNode> files) {
        ObjectNode customize = edit.json().withObjectProperty("customize");
        if (given.hasNonNull("scope")) {
            customize.set("scope", given.get("scope"));
        }
        for (String device : List.of("desktop", "mobile")) {
            for (String kind : List.of("js", "css")) {
                JsonNode list = given.path(device).path(kind);
                if (list instanceof ArrayNode resources) {
                    customize.withObjectProperty(device).set(kind, kept(resources, files));
                } else if (!list.isMissingNode() && !list.isNull()) {
                    customize.withObjectProperty(device).set(kind, list);
                }
            }
        }
    }

    private static ArrayNode kept(ArrayNode resources, UnaryOperator<ObjectNode> files) {
        ArrayNode kept = resources.deepCopy();
        for (JsonNode one : kept) {
            if (one instanceof ObjectNode resource) {
                if (resource.get("file") instanceof ObjectNode file
                        && resource.path("type").asString("").equals("FILE")) {
                    resource.set("file", files.apply(file));
                    resource.retain("type", "file");
                } else {
                    resource.retain("type", "url");
                }
            }
        }
        return kept;
    }
}
