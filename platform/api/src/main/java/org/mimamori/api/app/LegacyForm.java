package org.mimamori.api.app;

import java.util.List;
import org.mimamori.api.wire.Json;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.LayoutItem;
import org.mimamori.engine.app.LayoutItem.Cell;
import org.mimamori.engine.field.FieldCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A form as kintone's oldest call tells of it: one list in the order of the layout, with texts, spaces and lines;
 * options are names, and a lookup tells its source app only.
 */
final class LegacyForm {

    private final AppDefinition app;
    private final ObjectNode properties;
    private final ArrayNode list = Json.object().putArray("properties");

    /** @param properties settings by code of what the reader may see */
    LegacyForm(AppDefinition app, ObjectNode properties) {
        this.app = app;
        this.properties = properties;
    }

    ArrayNode json() {
        for (LayoutItem item : app.layout()) {
            switch (item) {
                case LayoutItem.CellRow(List<Cell> cells) -> cells.forEach(this::add);
                case LayoutItem.TableRow(FieldCode code, List<Cell> cells) -> add(code);
                case LayoutItem.FieldGroup(FieldCode code, List<LayoutItem.CellRow> rows) -> {
                    add(code);
                    rows.forEach(row -> row.cells().forEach(this::add));
                }
            }
        }
        return list;
    }

    private void add(Cell cell) {
        switch (cell) {
            case Cell.FieldCell field -> add(field.code());
            case Cell.Label label -> list.addObject().put("type", "LABEL").put("label", label.html());
            case Cell.Spacer spacer -> list.addObject().put("type", "SPACER").put("elementId", spacer.elementId());
            case Cell.Rule line -> list.addObject().put("type", "HR");
        }
    }

    private void add(FieldCode code) {
        if (properties.get(code.text()) instanceof ObjectNode settings) {
            list.add(old(settings.deepCopy()));
        }
    }

    private static ObjectNode old(ObjectNode settings) {
        if (settings.get("options") instanceof ObjectNode options) {
            ArrayNode names = settings.putArray("options");
            options.properties()
                    .forEach(option -> names.add(option.getValue().path("label").asString(option.getKey())));
        }
        if (settings.has("defaultNowValue")) {
            boolean now = settings.remove("defaultNowValue").asBoolean(false);
            settings.put("defaultExpression", now ? "NOW" : null);
        }
        if (settings.remove("lookup") instanceof ObjectNode lookup) {
            settings.set("relatedApp", lookup.path("relatedApp"));
        }
        if (settings.get("fields") instanceof ObjectNode inner) {
            ArrayNode fields = settings.putArray("fields");
            for (JsonNode field : inner) {
                fields.add(old(((ObjectNode) field).deepCopy()));
            }
        }
        return settings;
    }
}
