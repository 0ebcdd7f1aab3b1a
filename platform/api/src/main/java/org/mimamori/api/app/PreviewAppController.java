package org.mimamori.api.app;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mimamori.api.wire.Json;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.Reply;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Reach;
import org.mimamori.engine.settings.Preview;
import org.mimamori.engine.settings.Previews;
import org.mimamori.engine.space.AppsInSpaces;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The life of an app's settings: made, deployed, reverted. */
@RestController
@RequestMapping("/k/v1/preview")
final class PreviewAppController {

    private static final int MOST_APPS = 300;
    private static final int LONGEST_NAME = 64;

    private final Previews previews;
    private final AppsInSpaces spaces;

    PreviewAppController(Previews previews, AppsInSpaces spaces) {
        this.previews = previews;
        this.spaces = spaces;
    }

    @PostMapping("/app.json")
    Reply create(Actor actor, Parameters parameters) {
        String name = parameters.require("name").text("name").strip();
        if (name.isEmpty()) {
            throw parameters.refuse("name", "required");
        }
        if (name.length() > LONGEST_NAME) {
            throw parameters.refuse("name", "tooLong", LONGEST_NAME);
        }
        Long space = space(actor, parameters);
        Long thread = parameters.has("thread") ? parameters.id("thread") : null;
        if (space != null) {
            spaces.require(actor, space, thread);
        }
        Preview made = previews.create(actor, name);
        if (space != null) {
            spaces.attach(actor, made.app().id(), space, thread);
        }
        return Reply.of(
                Json.object().put("app", made.app().id().toString()).put("revision", Long.toString(made.revision())));
    }

    /** What is made by the address of a guest space is made in it. */
    private static @Nullable Long space(Actor actor, Parameters parameters) {
        if (parameters.has("space")) {
            return parameters.id("space");
        }
        return actor.reach() instanceof Reach.GuestSpace(long id) ? Long.valueOf(id) : null;
    }

    /** Deploys, or forgets what was edited. All apps or none. */
    @PostMapping("/app/deploy.json")
    Reply deploy(Actor actor, Parameters parameters) {
        List<Previews.AppRevision> apps = new ArrayList<>();
        List<Parameters> given = parameters.require("apps").objects("apps");
        requireSome(parameters, given.size());
        for (Parameters one : given) {
            apps.add(new Previews.AppRevision(one.require("app").app(), one.revision()));
        }
        if (parameters.flag("revert")) {
            previews.revert(actor, apps);
        } else {
            previews.deploy(actor, apps);
        }
        return Reply.of(Json.object());
    }

    @GetMapping("/app/deploy.json")
    Reply status(Actor actor, Parameters parameters) {
        List<Long> apps = parameters.require("apps").ids("apps");
        requireSome(parameters, apps.size());
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("apps");
        for (long app : apps) {
            list.addObject()
                    .put("app", Long.toString(app))
                    .put("status", previews.status(actor, new AppId(app)).name());
        }
        return Reply.of(body);
    }

    private static void requireSome(Parameters parameters, int count) {
        if (count == 0) {
            throw parameters.refuse("apps", "required");
        }
        if (count > MOST_APPS) {
            throw parameters.refuse("apps", "tooMany", MOST_APPS);
        }
    }
}
