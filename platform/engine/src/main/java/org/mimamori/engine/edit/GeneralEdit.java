package org.mimamori.engine.edit;

import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.mimamori.engine.app.DefinitionEdit;
import org.mimamori.engine.text.SafeHtml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Changes what an app is called, how it looks and what it lets people do; what is not given stays. */
public final class GeneralEdit {

    private static final Set<String> FLAGS = Set.of(
            "enableThumbnails",
            "enableBulkDeletion",
            "enableComments",
            "enableDuplicateRecord",
            "enableInlineRecordEditing");
    private static final Set<String> REST = Set.of("theme", "firstMonthOfFiscalYear");

    private GeneralEdit() {}

    /**
     * Changes the settings.
     *
     * @param given in kintone's form; what it does not know is dropped
     * @param files gives the keys under which the app keeps uploaded files
     */
    public static void change(DefinitionEdit edit, ObjectNode given, UnaryOperator<ObjectNode> files) {
        ObjectNode settings = edit.json().withObjectProperty("settings");
        for (Map.Entry<String, JsonNode> entry : given.properties()) {
            String name = entry.getKey();
            JsonNode value = entry.getValue();
            if (value.isNull()) {
                continue;
            }
            switch (name) {
                case "name" -> edit.json().set(name, value);
                case "description" -> edit.json().set(name, safe(value));
                case "icon" -> settings.set(name, icon(value, files));
                case "titleField" -> settings.set(name, title(value));
                case "numberPrecision" -> settings.set(name, precision(settings, value));
                default -> {
                    if (FLAGS.contains(name)) {
                        settings.set(name, flag(value));
                    } else if (REST.contains(name)) {
                        settings.set(name, value);
                    }
                }
            }
        }
    }

    /** Changes the notes for who manages the app; what is not given stays. */
    public static void changeNotes(DefinitionEdit edit, ObjectNode given) {
        ObjectNode notes = edit.json().withObjectProperty("adminNotes");
        if (given.hasNonNull("content")) {
            notes.set("content", safe(given.get("content")));
        }
        if (given.hasNonNull("includeInTemplateAndDuplicates")) {
            notes.set("includeInTemplateAndDuplicates", flag(given.get("includeInTemplateAndDuplicates")));
        }
    }

    private static JsonNode safe(JsonNode html) {
        return html.isString() ? StringNode.valueOf(SafeHtml.of(html.asString())) : html;
    }

    private static JsonNode icon(JsonNode given, UnaryOperator<ObjectNode> files) {
        if (!(given instanceof ObjectNode icon)) {
            return given;
        }
        ObjectNode kept = icon.deepCopy();
        if (kept.get("file") instanceof ObjectNode file
                && kept.path("type").asString("").equals("FILE")) {
            kept.set("file", files.apply(file));
            kept.retain("type", "file");
        } else {
            kept.retain("type", "key");
        }
        return kept;
    }

    private static JsonNode title(JsonNode given) {
        if (given instanceof ObjectNode title
                && title.path("selectionMode").asString("").equals("AUTO")) {
            return title.deepCopy().retain("selectionMode");
        }
        return given;
    }

    private static JsonNode precision(ObjectNode settings, JsonNode given) {
        if (!(given instanceof ObjectNode object)) {
            return given;
        }
        ObjectNode precision =
                settings.path("numberPrecision") instanceof ObjectNode old ? old.deepCopy() : object.objectNode();
        object.properties().stream()
                .filter(entry -> !entry.getValue().isNull())
                .forEach(entry -> precision.set(entry.getKey(), entry.getValue()));
        return precision.retain("digits", "decimalPlaces", "roundingMode");
    }

    static JsonNode flag(JsonNode value) {
        if (!value.isString()) {
            return value;
        }
        return switch (value.asString()) {
            case "true" -> BooleanNode.TRUE;
            case "false" -> BooleanNode.FALSE;
            default -> value;
        };
    }
}
