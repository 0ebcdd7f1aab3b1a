package org.mimamori.api.app;

import org.mimamori.api.wire.Json;
import org.mimamori.engine.permission.AppRight;
import org.mimamori.engine.permission.FieldRight;
import org.mimamori.engine.permission.RecordRight;
import org.mimamori.engine.permission.Right;
import org.mimamori.engine.permission.RightEntity;
import org.mimamori.engine.permission.Rights;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Rights as kintone's JSON. */
final class RightsJson {

    private RightsJson() {}

    static ArrayNode of(RightsPart part, Rights rights) {
        ArrayNode list = list();
        switch (part) {
            case APP -> rights.app().forEach(right -> list.add(json(right)));
            case RECORD -> rights.records().forEach(right -> list.add(json(right)));
            case FIELD -> rights.fields().forEach(right -> list.add(json(right)));
        }
        return list;
    }

    private static ArrayNode list() {
        return Json.object().putArray("rights");
    }

    private static ObjectNode json(AppRight right) {
        ObjectNode json = Json.object();
        json.set("entity", json(right.entity()));
        return json.put("includeSubs", right.includeSubs())
                .put("appEditable", right.rights().contains(Right.MANAGE))
                .put("recordViewable", right.rights().contains(Right.VIEW))
                .put("recordAddable", right.rights().contains(Right.ADD))
                .put("recordEditable", right.rights().contains(Right.EDIT))
                .put("recordDeletable", right.rights().contains(Right.DELETE))
                .put("recordImportable", right.rights().contains(Right.IMPORT))
                .put("recordExportable", right.rights().contains(Right.EXPORT));
    }

    private static ObjectNode json(RecordRight right) {
        ObjectNode json = Json.object().put("filterCond", right.filterCond());
        ArrayNode entities = json.putArray("entities");
        for (RecordRight.Row row : right.entities()) {
            ObjectNode entry = entities.addObject();
            entry.set("entity", json(row.entity()));
            entry.put("viewable", row.viewable())
                    .put("editable", row.editable())
                    .put("deletable", row.deletable())
                    .put("includeSubs", row.includeSubs());
        }
        return json;
    }

    private static ObjectNode json(FieldRight right) {
        ObjectNode json = Json.object().put("code", right.code().text());
        ArrayNode entities = json.putArray("entities");
        for (FieldRight.Row row : right.entities()) {
            ObjectNode entry = entities.addObject()
                    .put("accessibility", row.accessibility().name());
            entry.set("entity", json(row.entity()));
            entry.put("includeSubs", row.includeSubs());
        }
        return json;
    }

    private static ObjectNode json(RightEntity entity) {
        ObjectNode json = Json.object().put("type", entity.type().name());
        return entity.type() == RightEntity.Type.CREATOR ? json.putNull("code") : json.put("code", entity.code());
    }
}
