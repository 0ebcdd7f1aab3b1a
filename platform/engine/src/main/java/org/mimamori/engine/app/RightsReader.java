package org.mimamori.engine.app;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Shape;
import org.mimamori.engine.permission.Accessibility;
import org.mimamori.engine.permission.AppRight;
import org.mimamori.engine.permission.FieldRight;
import org.mimamori.engine.permission.RecordRight;
import org.mimamori.engine.permission.Right;
import org.mimamori.engine.permission.RightEntity;
import org.mimamori.engine.permission.Rights;
import tools.jackson.databind.JsonNode;

/** Reads the rights of a definition: kintone's app, record and field rights. */
final class RightsReader {

    private static final Place PLACE = Place.ROOT.at("permissions");

    private static final Set<Shape> PEOPLE = Set.of(Shape.ENTITY, Shape.ENTITIES);

    private final References references;

    RightsReader(References references) {
        this.references = references;
    }

    Rights read(JsonNode permissions) {
        return new Rights(
                appRights(
                        permissions.path("app").path("rights"), PLACE.at("app").at("rights")),
                recordRights(
                        permissions.path("record").path("rights"),
                        PLACE.at("record").at("rights")),
                fieldRights(
                        permissions.path("field").path("rights"),
                        PLACE.at("field").at("rights")));
    }

    private List<AppRight> appRights(JsonNode rows, Place place) {
        List<AppRight> rights = new ArrayList<>();
        for (JsonNode row : rows) {
            rights.add(new AppRight(entity(row), Json.flag(row, "includeSubs", false), allowed(row)));
        }
        if (rights.stream().noneMatch(right -> right.rights().contains(Right.MANAGE))) {
            references.findings().add(place, "rights.nobodyManages");
        }
        return rights;
    }

    /** What a row ticks. */
    private static Set<Right> allowed(JsonNode row) {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        for (Right right : Right.values()) {
            if (Json.flag(row, property(right), false)) {
                rights.add(right);
            }
        }
        return rights;
    }

    private static String property(Right right) {
        return switch (right) {
            case VIEW -> "recordViewable";
            case ADD -> "recordAddable";
            case EDIT -> "recordEditable";
            case DELETE -> "recordDeletable";
            case MANAGE -> "appEditable";
            case IMPORT -> "recordImportable";
            case EXPORT -> "recordExportable";
        };
    }

    private List<RecordRight> recordRights(JsonNode blocks, Place place) {
        List<RecordRight> rights = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            JsonNode rows = blocks.get(i).path("entities");
            List<RecordRight.Row> read = new ArrayList<>();
            for (int j = 0; j < rows.size(); j++) {
                read.add(recordRow(rows.get(j), place.at(i).at("entities").at(j)));
            }
            rights.add(new RecordRight(references.condition(blocks.get(i), "filterCond", place.at(i)), read));
        }
        return rights;
    }

    private RecordRight.Row recordRow(JsonNode row, Place place) {
        return new RecordRight.Row(
                fieldEntity(row, place),
                Json.flag(row, "includeSubs", false),
                Json.flag(row, "viewable", false),
                Json.flag(row, "editable", false),
                Json.flag(row, "deletable", false));
    }

    /** Whom a row names, which may be a field of the record that holds people. */
    private RightEntity fieldEntity(JsonNode row, Place place) {
        RightEntity entity = entity(row);
        if (entity.type() == RightEntity.Type.FIELD_ENTITY) {
            Place code = place.at("entity").at("code");
            references
                    .topField(new FieldCode(entity.code()), code)
                    .filter(field -> !PEOPLE.contains(field.shape()))
                    .ifPresent(field -> references.findings().add(code, "rights.notPeople", entity.code()));
        }
        return entity;
    }

    private List<FieldRight> fieldRights(JsonNode blocks, Place place) {
        List<FieldRight> rights = new ArrayList<>();
        Set<FieldCode> seen = new HashSet<>();
        for (int i = 0; i < blocks.size(); i++) {
            FieldCode code = new FieldCode(Json.text(blocks.get(i), "code"));
            references.topField(code, place.at(i).at("code"));
            if (!seen.add(code)) {
                references.findings().add(place.at(i).at("code"), "rights.fieldTwice", code.text());
            }
            rights.add(new FieldRight(
                    code, fieldRows(blocks.get(i).path("entities"), place.at(i).at("entities"))));
        }
        return rights;
    }

    private List<FieldRight.Row> fieldRows(JsonNode rows, Place place) {
        List<FieldRight.Row> read = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            read.add(new FieldRight.Row(
                    fieldEntity(rows.get(i), place.at(i)),
                    Json.flag(rows.get(i), "includeSubs", false),
                    Json.choice(rows.get(i), "accessibility", Accessibility.NONE)));
        }
        return read;
    }

    private static RightEntity entity(JsonNode row) {
        JsonNode entity = row.path("entity");
        return new RightEntity(Json.choice(entity, "type", RightEntity.Type.USER), Json.text(entity, "code"));
    }
}
