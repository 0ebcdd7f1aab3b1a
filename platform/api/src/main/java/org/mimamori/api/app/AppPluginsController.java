package org.mimamori.api.app;

import java.util.Locale;
import org.mimamori.api.wire.Json;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.Reply;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.plugin.AppPlugins;
import org.mimamori.engine.plugin.Plugin;
import org.mimamori.engine.plugin.Plugins;
import org.mimamori.engine.record.Apps;
import org.mimamori.engine.settings.Preview;
import org.mimamori.engine.settings.Previews;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The plug-ins an app names: one that is not installed is not enabled. */
@RestController
@RequestMapping("/k/v1")
final class AppPluginsController {

    private final Apps apps;
    private final Previews previews;
    private final Plugins plugins;
    private final AppPlugins chosen;

    AppPluginsController(Apps apps, Previews previews, Plugins plugins, AppPlugins chosen) {
        this.apps = apps;
        this.previews = previews;
        this.plugins = plugins;
        this.chosen = chosen;
    }

    @GetMapping("/app/plugins.json")
    Reply live(Actor actor, Parameters parameters) {
        Locale language = language(actor, parameters.require("app"));
        return list(apps.get(actor, parameters.app()), language);
    }

    @GetMapping("/preview/app/plugins.json")
    Reply edited(Actor actor, Parameters parameters) {
        Locale language = language(actor, parameters.require("app"));
        return list(previews.get(actor, parameters.app()).app(), language);
    }

    @PostMapping("/preview/app/plugins.json")
    Reply add(Actor actor, Parameters parameters) {
        parameters.require("app", "ids");
        Preview changed = chosen.add(actor, parameters.app(), parameters.revision(), parameters.texts("ids"));
        return Reply.of(Json.object().put("revision", Long.toString(changed.revision())));
    }

    /** Names of plug-ins are no definition's, so their "default" is the caller's language. */
    private static Locale language(Actor actor, Parameters parameters) {
        Locale language = Language.of(actor, parameters);
        return language.equals(Locale.ROOT) ? actor.locale() : language;
    }

    private Reply list(AppDefinition app, Locale language) {
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("plugins");
        for (Plugin plugin : plugins.of(app.settings().plugins())) {
            list.addObject()
                    .put("id", plugin.id())
                    .put("name", plugin.name().in(language))
                    .put("enabled", plugin.installed());
        }
        return Reply.of(body.put("revision", Long.toString(app.revision())));
    }
}
