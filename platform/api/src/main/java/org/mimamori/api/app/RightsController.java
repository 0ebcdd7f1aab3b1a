package org.mimamori.api.app;

import java.util.function.Function;
import org.mimamori.api.wire.Json;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.Reply;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.permission.AppRight;
import org.mimamori.engine.permission.FieldRight;
import org.mimamori.engine.permission.RecordRight;
import org.mimamori.engine.permission.Right;
import org.mimamori.engine.permission.RightEntity;
import org.mimamori.engine.permission.Rights;
import org.mimamori.engine.record.Apps;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The rights an app gives, shown to those who manage it. */
@RestController
@RequestMapping("/k/v1")
final class RightsController {

    private final Apps apps;

    RightsController(Apps apps) {
        this.apps = apps;
    }

    @GetMapping("/app/acl.json")
    Reply app(Actor actor, Parameters parameters) {
        return reply(actor, parameters, rights -> {
            ArrayNode list = list();
            rights.app().forEach(right -> list.add(json(right)));
            return list;
        });
    }

    @GetMapping("/record/acl.json")
    Reply records(Actor actor, Parameters parameters) {
        Language.of(actor, parameters);
        return reply(actor, parameters, rights -> {
            ArrayNode list = list();
            rights.records().forEach(right -> list.add(json(right)));
            return list;
        });
    }

    @GetMapping("/field/acl.json")
    Reply fields(Actor actor, Parameters parameters) {
        return reply(actor, parameters, rights -> {
            ArrayNode list = list();
            rights.fields().forEach(right -> list.add(json(right)));
            return list;
        });
    }

    private Reply reply(Actor actor, Parameters parameters, Function<Rights, ArrayNode> part) {
        AppDefinition app = apps.get(actor, parameters.require("app").app());
        apps.access(actor, app).require(Right.MANAGE);
        ObjectNode body = Json.object();
        body.set("rights", part.apply(app.rights()));
        return Reply.of(body.put("revision", Long.toString(app.revision())));
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
