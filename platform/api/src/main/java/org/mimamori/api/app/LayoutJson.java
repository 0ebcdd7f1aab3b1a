package org.mimamori.api.app;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mimamori.api.wire.Json;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.LayoutItem;
import org.mimamori.engine.app.LayoutItem.Cell;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Shape;
import org.mimamori.engine.permission.Access;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The layout of a form as kintone's JSON, without what the reader may not see. */
final class LayoutJson {

    /** Width of a cell whose definition gives none, in pixels; about what kintone's form builder starts with. */
    private static final int ORDINARY_WIDTH = 200;

    private final AppDefinition app;
    private final Access access;

    LayoutJson(AppDefinition app, Access access) {
        this.app = app;
        this.access = access;
    }

    ArrayNode json() {
        ArrayNode layout = Json.object().putArray("layout");
        for (LayoutItem item : app.layout()) {
            switch (item) {
                case LayoutItem.CellRow row -> addRow(layout, row);
                case LayoutItem.TableRow(FieldCode code, List<Cell> cells) -> addTable(layout, code, cells);
                case LayoutItem.FieldGroup(FieldCode code, List<LayoutItem.CellRow> rows) -> {
                    ArrayNode inside = layout.addObject()
                            .put("type", "GROUP")
                            .put("code", code.text())
                            .putArray("layout");
                    rows.forEach(row -> addRow(inside, row));
                }
            }
        }
        return layout;
    }

    /** A row of which nothing is left to see is left out. */
    private void addRow(ArrayNode layout, LayoutItem.CellRow row) {
        ObjectNode json = Json.object().put("type", "ROW");
        ArrayNode fields = json.putArray("fields");
        row.cells().forEach(cell -> add(fields, cell));
        if (!fields.isEmpty() || row.cells().isEmpty()) {
            layout.add(json);
        }
    }

    private void addTable(ArrayNode layout, FieldCode code, List<Cell> cells) {
        if (access.ever(code).readable()) {
            ArrayNode fields = layout.addObject()
                    .put("type", "SUBTABLE")
                    .put("code", code.text())
                    .putArray("fields");
            cells.forEach(cell -> add(fields, cell));
        }
    }

    private void add(ArrayNode fields, Cell cell) {
        switch (cell) {
            case Cell.FieldCell field ->
                app.field(field.code())
                        .filter(f -> access.ever(f.code()).readable())
                        .ifPresent(f -> fields.add(json(f, field)));
            case Cell.Label(String html, @Nullable Integer width) -> {
                ObjectNode json = fields.addObject().put("type", "LABEL").put("label", html);
                size(json, width);
            }
            case Cell.Spacer(String elementId, @Nullable Integer width, @Nullable Integer height) -> {
                ObjectNode json = fields.addObject().put("type", "SPACER").put("elementId", elementId);
                ObjectNode size = size(json, width);
                if (height != null) {
                    size.put("height", height.toString());
                }
            }
            case Cell.Rule(@Nullable Integer width) -> size(fields.addObject().put("type", "HR"), width);
        }
    }

    private static ObjectNode json(Field field, Cell.FieldCell cell) {
        ObjectNode json =
                Json.object().put("type", field.type()).put("code", field.code().text());
        // A list of related records is as wide as its columns.
        if (field.shape() != Shape.NONE) {
            ObjectNode size = size(json, cell.width());
            if (cell.innerHeight() != null) {
                size.put("innerHeight", cell.innerHeight().toString());
            }
        }
        return json;
    }

    private static ObjectNode size(ObjectNode json, @Nullable Integer width) {
        return json.putObject("size").put("width", Integer.toString(width == null ? ORDINARY_WIDTH : width));
    }
}
