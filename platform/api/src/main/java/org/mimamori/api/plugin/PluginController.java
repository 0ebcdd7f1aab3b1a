package org.mimamori.api.plugin;

import java.util.List;
import java.util.Locale;
import org.mimamori.api.wire.Json;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.Reply;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.plugin.Plugin;
import org.mimamori.engine.plugin.Plugins;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The plug-ins of the site, for its administrators. */
@RestController
@RequestMapping("/k/v1")
final class PluginController {

    private static final int MOST = 100;
    private static final int MOST_APPS = 500;

    private final Plugins plugins;

    PluginController(Plugins plugins) {
        this.plugins = plugins;
    }

    @GetMapping("/plugins.json")
    Reply installed(Actor actor, Parameters parameters) {
        List<String> ids = parameters.texts("ids");
        if (ids.size() > MOST) {
            throw parameters.refuse("ids", "tooMany", MOST);
        }
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("plugins");
        for (Plugin plugin : plugins.installed(actor, ids, offset(parameters), limit(parameters, MOST))) {
            Locale language = actor.locale();
            list.addObject()
                    .put("id", plugin.id())
                    .put("name", plugin.name().in(language))
                    .put("description", plugin.description().in(language))
                    .put("isMarketPlugin", false)
                    .put("version", plugin.version());
        }
        return Reply.of(body);
    }

    @GetMapping("/plugins/required.json")
    Reply required(Actor actor, Parameters parameters) {
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("plugins");
        for (Plugin plugin : plugins.required(actor, offset(parameters), limit(parameters, MOST))) {
            list.addObject()
                    .put("id", plugin.id())
                    .put("name", plugin.name().in(actor.locale()))
                    .put("isMarketPlugin", false);
        }
        return Reply.of(body);
    }

    @GetMapping("/plugin/apps.json")
    Reply apps(Actor actor, Parameters parameters) {
        String id = parameters.require("id").text("id");
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("apps");
        for (AppDefinition app : plugins.apps(actor, id, offset(parameters), limit(parameters, MOST_APPS))) {
            list.addObject()
                    .put("id", app.id().toString())
                    .put("name", app.name().in(actor.locale()));
        }
        return Reply.of(body);
    }

    @PostMapping("/plugin.json")
    Reply install(Actor actor, Parameters parameters) {
        return version(plugins.install(actor, parameters.require("fileKey").text("fileKey")));
    }

    @PutMapping("/plugin.json")
    Reply update(Actor actor, Parameters parameters) {
        parameters.require("id", "fileKey");
        return version(plugins.update(actor, parameters.text("id"), parameters.text("fileKey")));
    }

    @DeleteMapping("/plugin.json")
    Reply remove(Actor actor, Parameters parameters) {
        plugins.remove(actor, parameters.require("id").text("id"));
        return Reply.EMPTY;
    }

    private static Reply version(Plugin plugin) {
        return Reply.of(Json.object().put("id", plugin.id()).put("version", plugin.version()));
    }

    private static int limit(Parameters parameters, int most) {
        return (int) parameters.number("limit", 1, most, MOST);
    }

    private static int offset(Parameters parameters) {
        return (int) parameters.number("offset", 0, Integer.MAX_VALUE, 0);
    }
}
