package org.mimamori.api.app;

import java.util.Locale;
import org.mimamori.api.wire.Json;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.Reply;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.field.FieldTypes;
import org.mimamori.engine.permission.Access;
import org.mimamori.engine.record.Apps;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The form of an app: its fields and how they are laid out, as far as the caller may know of them. */
@RestController
@RequestMapping("/k/v1/app/form")
final class FormController {

    private final Apps apps;
    private final FieldTypes types;

    FormController(Apps apps, FieldTypes types) {
        this.apps = apps;
        this.types = types;
    }

    @GetMapping("/fields.json")
    Reply fields(Actor actor, Parameters parameters) {
        Locale language = Language.of(actor, parameters.require("app"));
        AppDefinition app = apps.get(actor, parameters.app());
        Access access = apps.access(actor, app);
        FieldProperties properties = new FieldProperties(types, app, language, new OtherApps(apps, actor));
        ObjectNode body = Json.object();
        body.set("properties", properties.json(access));
        return Reply.of(body.put("revision", Long.toString(app.revision())));
    }

    @GetMapping("/layout.json")
    Reply layout(Actor actor, Parameters parameters) {
        AppDefinition app = apps.get(actor, parameters.require("app").app());
        ObjectNode body = Json.object();
        body.set("layout", new LayoutJson(app, apps.access(actor, app)).json());
        return Reply.of(body.put("revision", Long.toString(app.revision())));
    }
}
