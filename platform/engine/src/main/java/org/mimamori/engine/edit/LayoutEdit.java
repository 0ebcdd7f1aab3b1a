package org.mimamori.engine.edit;

import java.util.List;
import java.util.Set;
import org.mimamori.engine.app.DefinitionEdit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Replaces the layout of a form. What it does not place comes after it. */
public final class LayoutEdit {

    private static final Set<String> UNSIZED = Set.of("REFERENCE_TABLE");

    private LayoutEdit() {}

    /** @param layout rows, tables and groups from top to bottom, in kintone's form; what it does not know is dropped */
    public static void replace(DefinitionEdit edit, List<ObjectNode> layout) {
        ArrayNode items = edit.json().putArray("layout");
        layout.forEach(item -> items.add(item(item.deepCopy())));
    }

    private static ObjectNode item(ObjectNode item) {
        switch (item.path("type").asString("")) {
            case "ROW" -> item.retain("type", "fields");
            case "SUBTABLE" -> item.retain("type", "code", "fields");
            case "GROUP" -> item.retain("type", "code", "layout");
            default -> {}
        }
        fill(item);
        item.path("fields").forEach(LayoutEdit::cell);
        item.path("layout").forEach(row -> {
            if (row instanceof ObjectNode object) {
                item(object);
            }
        });
        return item;
    }

    private static void fill(ObjectNode item) {
        boolean group = item.path("type").asString("").equals("GROUP");
        String content = group ? "layout" : "fields";
        if (!item.hasNonNull(content)) {
            item.putArray(content);
        }
    }

    private static void cell(JsonNode node) {
        if (!(node instanceof ObjectNode cell)) {
            return;
        }
        String type = cell.path("type").asString("");
        switch (type) {
            case "LABEL" -> cell.retain("type", "label", "size");
            case "SPACER" -> cell.retain("type", "elementId", "size");
            case "HR" -> cell.retain("type", "size");
            default -> cell.retain("type", "code", "size");
        }
        if (UNSIZED.contains(type)) {
            cell.remove("size");
        }
        if (cell.get("size") instanceof ObjectNode size) {
            size(type, size);
        }
    }

    /** A size that is empty or not of this kind of cell is none. */
    private static void size(String type, ObjectNode size) {
        switch (type) {
            case "SPACER" -> size.retain("width", "height");
            case "MULTI_LINE_TEXT", "RICH_TEXT" -> size.retain("width", "innerHeight");
            default -> size.retain("width");
        }
        size.properties().stream()
                .filter(entry -> entry.getValue().asString("").isBlank())
                .map(java.util.Map.Entry::getKey)
                .toList()
                .forEach(size::remove);
    }
}
