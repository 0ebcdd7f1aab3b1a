package org.mimamori.engine.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.LayoutItem.Cell;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Shape;
import org.mimamori.engine.field.SystemValue;
import org.mimamori.engine.text.SafeHtml;
import tools.jackson.databind.JsonNode;

/** Reads what stands in one row of a layout. */
final class CellsReader {

    private static final Set<SystemValue> NOT_IN_FORMS =
            Set.of(SystemValue.STATUS, SystemValue.STATUS_ASSIGNEE, SystemValue.CATEGORY);

    private final References references;
    private final Set<FieldCode> placed;

    /** @param placed codes placed so far; grows */
    CellsReader(References references, Set<FieldCode> placed) {
        this.references = references;
        this.placed = placed;
    }

    /** @param table the table whose columns these are, or null for a row of the form itself */
    List<Cell> read(JsonNode fields, Place place, @Nullable FieldCode table) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            cell(fields.get(i), place.at(i), table).ifPresent(cells::add);
        }
        return cells;
    }

    private Optional<Cell> cell(JsonNode cell, Place place, @Nullable FieldCode table) {
        Integer width = size(cell, "width");
        return switch (Json.text(cell, "type")) {
            case "LABEL" -> Optional.of(new Cell.Label(SafeHtml.of(Json.text(cell, "label")), width));
            case "SPACER" -> Optional.of(new Cell.Spacer(Json.text(cell, "elementId"), width, size(cell, "height")));
            case "HR" -> Optional.of(new Cell.Rule(width));
            default -> field(cell, place, table);
        };
    }

    private Optional<Cell> field(JsonNode cell, Place place, @Nullable FieldCode table) {
        FieldCode code = Json.code(cell, "code");
        if (code == null) {
            references.findings().add(place, "layout.unknownType", Json.text(cell, "type"));
            return Optional.empty();
        }
        Optional<Field> field = references.field(code, place.at("code"));
        if (field.isEmpty() || !fits(field.get(), Json.text(cell, "type"), place, table)) {
            return Optional.empty();
        }
        if (!placed.add(code)) {
            references.findings().add(place.at("code"), "layout.twice", code.text());
            return Optional.empty();
        }
        return Optional.of(new Cell.FieldCell(code, size(cell, "width"), size(cell, "innerHeight")));
    }

    private boolean fits(Field field, String type, Place place, @Nullable FieldCode table) {
        Findings findings = references.findings();
        String code = field.code().text();
        if (!field.type().equals(type)) {
            findings.add(place.at("type"), "layout.wrongType", code, type, field.type());
            return false;
        }
        if (field.shape() == Shape.ROWS
                || field.systemValue().filter(NOT_IN_FORMS::contains).isPresent()) {
            findings.add(place, "layout.notPlaceable", code);
            return false;
        }
        Optional<FieldCode> stands = references.form().fields().tableOf(field.code());
        if (!stands.equals(Optional.ofNullable(table))) {
            findings.add(place.at("code"), stands.isPresent() ? "layout.ofTable" : "layout.notOfTable", code);
            return false;
        }
        return true;
    }

    private static @Nullable Integer size(JsonNode cell, String name) {
        String text = Json.text(cell.path("size"), name);
        return text.isEmpty() ? null : Integer.valueOf(text);
    }
}
