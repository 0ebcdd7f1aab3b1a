package org.mimamori.api.definition;

import java.util.List;
import org.mimamori.api.wire.Json;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.Reply;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.record.Apps;
import org.mimamori.engine.settings.AppTemplates;
import org.mimamori.engine.settings.Preview;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Settings of apps made into other apps: copies and templates. Nothing that was recorded goes along. */
@RestController
@RequestMapping("/api")
final class TemplateController {

    private static final int MOST_APPS = 100;
    private static final int LONGEST_NAME = 64;

    private final Apps apps;
    private final AppTemplates templates;

    TemplateController(Apps apps, AppTemplates templates) {
        this.apps = apps;
        this.templates = templates;
    }

    /** A new app, not yet deployed, with the settings of this one. */
    @PostMapping("/apps/{code}/copy.json")
    Reply copy(Actor actor, @PathVariable String code, Parameters parameters) {
        String name = parameters.require("name").text("name").strip();
        if (name.isEmpty()) {
            throw parameters.refuse("name", "required");
        }
        if (name.length() > LONGEST_NAME) {
            throw parameters.refuse("name", "tooLong", LONGEST_NAME);
        }
        return made(List.of(templates.copy(actor, apps.getByCode(actor, code).id(), name)));
    }

    /** The settings of several apps in one file; they name each other, and so will the apps made from it. */
    @GetMapping("/templates.json")
    Reply export(Actor actor, Parameters parameters) {
        List<Long> ids = parameters.require("apps").ids("apps");
        if (ids.isEmpty() || ids.size() > MOST_APPS) {
            throw parameters.refuse("apps", ids.isEmpty() ? "required" : "tooMany", MOST_APPS);
        }
        return Reply.of(templates.export(actor, ids.stream().map(AppId::new).toList()));
    }

    /** New apps, not yet deployed, from such a file, which is the body. */
    @PostMapping("/templates.json")
    Reply install(Actor actor, Parameters parameters) {
        return made(templates.install(actor, parameters.tree()));
    }

    private static Reply made(List<Preview> previews) {
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("apps");
        for (Preview preview : previews) {
            list.addObject()
                    .put("app", preview.app().id().toString())
                    .put("code", preview.app().code())
                    .put("revision", Long.toString(preview.revision()));
        }
        return Reply.of(body);
    }
}
