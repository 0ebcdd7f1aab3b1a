package org.mimamori.engine.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mimamori.engine.app.LayoutItem.CellRow;
import org.mimamori.engine.app.LayoutItem.FieldGroup;
import org.mimamori.engine.app.LayoutItem.TableRow;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Shape;
import tools.jackson.databind.JsonNode;

/** Reads the layout of a form: kintone's layout JSON. What it does not place is appended, as kintone's screens do. */
final class LayoutReader {

    private static final Place PLACE = Place.ROOT.at("layout");

    private final References references;
    private final CellsReader cells;
    private final Set<FieldCode> placed = new HashSet<>();

    LayoutReader(References references) {
        this.references = references;
        this.cells = new CellsReader(references, placed);
    }

    List<LayoutItem> read(JsonNode layout) {
        List<LayoutItem> items = new ArrayList<>();
        for (int i = 0; i < layout.size(); i++) {
            item(layout.get(i), PLACE.at(i), items);
        }
        append(items);
        return items;
    }

    private void item(JsonNode item, Place place, List<LayoutItem> items) {
        String type = Json.text(item, "type");
        switch (type) {
            case "ROW" -> items.add(row(item, place));
            case "SUBTABLE" -> table(item, place, items);
            case "GROUP" -> group(item, place, items);
            default -> references.findings().add(place.at("type"), "layout.unknownType", type);
        }
    }

    private CellRow row(JsonNode row, Place place) {
        return new CellRow(cells.read(row.path("fields"), place.at("fields"), null));
    }

    private void table(JsonNode item, Place place, List<LayoutItem> items) {
        FieldCode code = Json.code(item, "code");
        if (code == null
                || !placeable(code, place, references.form().field(code).isPresent())) {
            return;
        }
        Field table = references.form().fields().field(code).orElseThrow();
        if (table.shape() != Shape.ROWS) {
            references.findings().add(place.at("type"), "layout.wrongType", code.text(), "SUBTABLE", table.type());
            return;
        }
        List<LayoutItem.Cell> columns = new ArrayList<>(cells.read(item.path("fields"), place.at("fields"), code));
        table.inner().stream()
                .filter(inner -> !placed.contains(inner.code()))
                .forEach(inner -> columns.add(cell(inner.code())));
        items.add(new TableRow(code, columns));
    }

    private void group(JsonNode item, Place place, List<LayoutItem> items) {
        FieldCode code = Json.code(item, "code");
        boolean known = references.form().groups().stream()
                .anyMatch(group -> group.code().equals(code));
        if (code == null || !placeable(code, place, known)) {
            return;
        }
        List<CellRow> rows = new ArrayList<>();
        JsonNode inside = item.path("layout");
        for (int i = 0; i < inside.size(); i++) {
            Place at = place.at("layout").at(i);
            if (Json.text(inside.get(i), "type").equals("ROW")) {
                rows.add(row(inside.get(i), at));
            } else {
                references.findings().add(at.at("type"), "layout.onlyRowsInGroup");
            }
        }
        items.add(new FieldGroup(code, rows));
    }

    /** Whether a table or group exists and has not been placed before; reports it when not. */
    private boolean placeable(FieldCode code, Place place, boolean known) {
        if (!known) {
            if (!references.form().declared().contains(code)) {
                references.findings().add(place.at("code"), "field.unknown", code.text());
            }
            return false;
        }
        if (!placed.add(code)) {
            references.findings().add(place.at("code"), "layout.twice", code.text());
            return false;
        }
        return true;
    }

    private void append(List<LayoutItem> items) {
        for (Field field : references.form().fields().top()) {
            if (field.systemValue().isEmpty() && placed.add(field.code())) {
                items.add(
                        field.shape() == Shape.ROWS
                                ? new TableRow(
                                        field.code(),
                                        field.inner().stream()
                                                .map(inner -> cell(inner.code()))
                                                .toList())
                                : new CellRow(List.of(cell(field.code()))));
            }
        }
        for (GroupSettings group : references.form().groups()) {
            if (placed.add(group.code())) {
                items.add(new FieldGroup(group.code(), List.of()));
            }
        }
    }

    private static LayoutItem.Cell cell(FieldCode code) {
        return new LayoutItem.Cell.FieldCell(code, null, null);
    }
}
