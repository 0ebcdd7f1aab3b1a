package org.mimamori.api.app;

import java.util.Locale;
import org.mimamori.api.wire.Json;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.Reply;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.field.FieldTypes;
import org.mimamori.engine.record.Apps;
import org.mimamori.engine.settings.Previews;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** kintone's oldest call for a form, live and as it is being edited. */
@RestController
@RequestMapping("/k/v1")
final class LegacyFormController {

    private final Apps apps;
    private final Previews previews;
    private final FieldTypes types;

    LegacyFormController(Apps apps, Previews previews, FieldTypes types) {
        this.apps = apps;
        this.previews = previews;
        this.types = types;
    }

    @GetMapping("/form.json")
    Reply live(Actor actor, Parameters parameters) {
        AppDefinition app = apps.get(actor, parameters.require("app").app());
        return reply(app, properties(actor, app).json(apps.access(actor, app)));
    }

    @GetMapping("/preview/form.json")
    Reply preview(Actor actor, Parameters parameters) {
        AppDefinition app = previews.get(actor, parameters.require("app").app()).app();
        return reply(app, properties(actor, app).whole());
    }

    private FieldProperties properties(Actor actor, AppDefinition app) {
        return new FieldProperties(types, app, Locale.ROOT, new OtherApps(apps, actor));
    }

    private static Reply reply(AppDefinition app, ObjectNode properties) {
        ObjectNode body = Json.object();
        body.set("properties", new LegacyForm(app, properties).json());
        return Reply.of(body);
    }
}
