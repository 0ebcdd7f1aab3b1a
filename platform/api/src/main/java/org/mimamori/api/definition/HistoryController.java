package org.mimamori.api.definition;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mimamori.api.wire.Json;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.Reply;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.app.DroppedField;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.record.Apps;
import org.mimamori.engine.settings.Difference;
import org.mimamori.engine.settings.Preview;
import org.mimamori.engine.settings.SettingsHistory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What an app's settings were, for who manages it: deployments, differences, the way back, deleted fields. */
@RestController
@RequestMapping("/api/apps/{code}")
final class HistoryController {

    private final Apps apps;
    private final SettingsHistory history;

    HistoryController(Apps apps, SettingsHistory history) {
        this.apps = apps;
        this.history = history;
    }

    /** Deployments, newest first, a hundred at a time. */
    @GetMapping("/history.json")
    Reply list(Actor actor, @PathVariable String code, Parameters parameters) {
        int offset = (int) parameters.number("offset", 0, Integer.MAX_VALUE, 0);
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("revisions");
        for (SettingsHistory.Entry entry : history.of(actor, app(actor, code), offset)) {
            list.addObject()
                    .put("revision", Long.toString(entry.revision()))
                    .put("by", entry.by().code())
                    .put("at", entry.at().truncatedTo(ChronoUnit.SECONDS).toString());
        }
        return Reply.of(body);
    }

    /** What differs between two revisions, or between the live settings and those being edited. */
    @GetMapping("/history/diff.json")
    Reply diff(Actor actor, @PathVariable String code, Parameters parameters) {
        AppId app = app(actor, code);
        List<Difference> found = parameters.has("from") || parameters.has("to")
                ? history.between(actor, app, parameters.id("from"), parameters.id("to"))
                : history.edited(actor, app);
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("differences");
        for (Difference one : found) {
            ObjectNode json = list.addObject().put("pointer", one.pointer());
            set(json, "before", one.before());
            set(json, "after", one.after());
        }
        return Reply.of(body);
    }

    private static void set(ObjectNode json, String name, @Nullable JsonNode value) {
        if (value != null) {
            json.set(name, value);
        }
    }

    /** Puts the settings of a revision into the preview. */
    @PostMapping("/history/rollback.json")
    Reply rollback(Actor actor, @PathVariable String code, Parameters parameters) {
        parameters.require("to");
        return revision(history.rollback(actor, app(actor, code), parameters.id("to"), parameters.revision()));
    }

    /** Fields deleted from the form, and until when they can be put back. */
    @GetMapping("/bin.json")
    Reply bin(Actor actor, @PathVariable String code) {
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("fields");
        for (SettingsHistory.Binned one : history.bin(actor, app(actor, code))) {
            DroppedField field = one.field();
            ObjectNode json = list.addObject().put("code", field.code().text());
            FieldCode table = field.table();
            if (table != null) {
                json.put("table", table.text());
            }
            json.put("by", field.droppedBy().code());
            json.put("at", field.droppedAt().truncatedTo(ChronoUnit.SECONDS).toString());
            Instant until = one.until();
            if (until != null) {
                json.put("until", until.truncatedTo(ChronoUnit.SECONDS).toString());
            }
            json.set("settings", field.settings());
        }
        return Reply.of(body);
    }

    /** Puts a deleted field back on the form, with what records held in it. */
    @PostMapping("/bin/restore.json")
    Reply putBack(Actor actor, @PathVariable String code, Parameters parameters) {
        FieldCode field = new FieldCode(parameters.require("field").text("field"));
        return revision(history.putBack(actor, app(actor, code), field, parameters.revision()));
    }

    private AppId app(Actor actor, String code) {
        return apps.getByCode(actor, code).id();
    }

    private static Reply revision(Preview preview) {
        return Reply.of(Json.object().put("revision", Long.toString(preview.revision())));
    }
}
