package org.mimamori.api.app;

import java.util.Locale;
import org.mimamori.api.wire.Json;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.Reply;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.View;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.permission.Access;
import org.mimamori.engine.record.Apps;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The views of an app. A view that filters or sorts by a field the caller may not see is not shown to them. */
@RestController
final class ViewsController {

    private final Apps apps;

    ViewsController(Apps apps) {
        this.apps = apps;
    }

    @GetMapping("/k/v1/app/views.json")
    Reply views(Actor actor, Parameters parameters) {
        Locale language = Language.of(actor, parameters.require("app"));
        AppDefinition app = apps.get(actor, parameters.app());
        Access access = apps.access(actor, app);
        ObjectNode body = Json.object();
        ObjectNode views = body.putObject("views");
        for (View view : app.views()) {
            if (view.needs().allMatch(code -> ViewJson.readable(app, access, code))) {
                views.set(view.name().in(language), ViewJson.of(app, access, view, language));
            }
        }
        return Reply.of(body.put("revision", Long.toString(app.revision())));
    }
}
