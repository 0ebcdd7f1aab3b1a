package org.mimamori.api.app;

import java.util.Locale;
import org.mimamori.api.wire.Dialect;
import org.mimamori.api.wire.Json;
import org.mimamori.api.wire.Names;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.Reply;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.record.AppPlaces;
import org.mimamori.engine.record.Apps;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Apps: which there are, what they are called, their general settings. */
@RestController
@RequestMapping("/k/v1")
final class AppController {

    private final Apps apps;
    private final AppPlaces places;
    private final Directory directory;

    AppController(Apps apps, AppPlaces places, Directory directory) {
        this.apps = apps;
        this.places = places;
        this.directory = directory;
    }

    @GetMapping("/app.json")
    Reply get(Actor actor, Parameters parameters) {
        AppDefinition app = apps.get(actor, new AppId(parameters.id("id")));
        return Reply.of(json(app, new Names(directory, actor.locale()), actor.locale()));
    }

    @GetMapping("/apps.json")
    Reply find(Actor actor, Parameters parameters) {
        if (actor instanceof Actor.Program) {
            throw new Problem.TokenForbidden().asException();
        }
        AppSearch search = AppSearch.read(parameters);
        Names names = new Names(directory, actor.locale());
        ObjectNode body = Json.object();
        var list = body.putArray("apps");
        search.of(apps.all(actor), places, actor.locale()).forEach(app -> list.add(json(app, names, actor.locale())));
        return Reply.of(body);
    }

    @GetMapping("/app/settings.json")
    Reply settings(Actor actor, Parameters parameters, Dialect dialect) {
        Locale language = Language.of(actor, parameters.require("app"));
        AppDefinition app = apps.get(actor, parameters.app());
        return Reply.of(GeneralJson.of(app, language, dialect));
    }

    private ObjectNode json(AppDefinition app, Names names, Locale locale) {
        return AppJson.of(app, places.of(app.id()).orElse(null), names, locale);
    }
}
