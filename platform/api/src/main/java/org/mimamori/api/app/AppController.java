package org.mimamori.api.app;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
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
import org.mimamori.engine.record.Apps;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Apps: which there are, what they are called, their general settings. */
@RestController
@RequestMapping("/k/v1")
final class AppController {

    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Apps apps;
    private final Directory directory;

    AppController(Apps apps, Directory directory) {
        this.apps = apps;
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
        search.of(apps.all(actor), actor.locale()).forEach(app -> list.add(json(app, names, actor.locale())));
        return Reply.of(body);
    }

    @GetMapping("/app/settings.json")
    Reply settings(Actor actor, Parameters parameters, Dialect dialect) {
        Locale language = Language.of(actor, parameters.require("app"));
        AppDefinition app = apps.get(actor, parameters.app());
        return Reply.of(GeneralJson.of(app, language, dialect));
    }

    private static ObjectNode json(AppDefinition app, Names names, Locale locale) {
        ObjectNode json = Json.object()
                .put("appId", app.id().toString())
                .put("code", app.givenCode())
                .put("name", app.name().in(locale))
                .put("description", app.description().in(locale))
                .putNull("spaceId")
                .putNull("threadId")
                .put("createdAt", milliseconds(app.stamp().createdAt()));
        json.set("creator", names.json(app.stamp().creator()));
        json.put("modifiedAt", milliseconds(app.stamp().modifiedAt()));
        json.set("modifier", names.json(app.stamp().modifier()));
        return json;
    }

    private static String milliseconds(Instant instant) {
        return MILLISECONDS.format(instant);
    }
}
