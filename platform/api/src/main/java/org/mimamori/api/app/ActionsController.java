package org.mimamori.api.app;

import java.util.Locale;
import org.mimamori.api.wire.Dialect;
import org.mimamori.api.wire.Json;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.Reply;
import org.mimamori.engine.app.AppAction;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.permission.Access;
import org.mimamori.engine.query.Query;
import org.mimamori.engine.record.Apps;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/**
 * The actions of an app. One whose condition mentions a field the caller may not see, or that leads into an app they
 * may not see, is not shown to them; a pair of fields of which either is hidden is left out.
 */
@RestController
final class ActionsController {

    private final Apps apps;

    ActionsController(Apps apps) {
        this.apps = apps;
    }

    @GetMapping("/k/v1/app/actions.json")
    Reply actions(Actor actor, Parameters parameters, Dialect dialect) {
        Locale language = Language.of(actor, parameters.require("app"));
        AppDefinition app = apps.get(actor, parameters.app());
        Access here = apps.access(actor, app);
        ActionJson json = new ActionJson(new OtherApps(apps, actor), language, dialect);
        ObjectNode body = Json.object();
        ObjectNode actions = body.putObject("actions");
        for (AppAction action : app.actions()) {
            if (Query.parse(action.filterCond()).mentions().stream().allMatch(code -> readable(app, here, code))) {
                json.destination(action).ifPresent(dest -> {
                    Access there = apps.access(actor, dest);
                    actions.set(
                            action.name().in(language),
                            json.of(
                                    action,
                                    mapping -> readable(dest, there, mapping.destField())
                                            && mapping.source()
                                                    .map(code -> readable(app, here, code))
                                                    .orElse(true)));
                });
            }
        }
        return Reply.of(body.put("revision", Long.toString(app.revision())));
    }

    private static boolean readable(AppDefinition app, Access access, FieldCode code) {
        return access.of(app.fields().tableOf(code).orElse(code)).readable();
    }
}
