package org.mimamori.api.app;

import java.util.function.Consumer;
import org.mimamori.api.wire.Json;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.Reply;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.app.DefinitionEdit;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.permission.Right;
import org.mimamori.engine.permission.Rights;
import org.mimamori.engine.record.Apps;
import org.mimamori.engine.settings.Preview;
import org.mimamori.engine.settings.Previews;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rights an app gives, shown to those who manage it and changed by them: live at once, or with the next deployment.
 */
@RestController
@RequestMapping("/k/v1")
final class RightsController {

    private static final String LIVE = "/{part:app|record|field}/acl.json";
    private static final String PREVIEW = "/preview" + LIVE;

    private final Apps apps;
    private final Previews previews;
    private final SentRights sent;

    RightsController(Apps apps, Previews previews, Directory directory) {
        this.apps = apps;
        this.previews = previews;
        this.sent = new SentRights(directory);
    }

    @GetMapping(LIVE)
    Reply live(Actor actor, Parameters parameters, @PathVariable("part") String name) {
        RightsPart part = RightsPart.of(name);
        Language.of(actor, parameters);
        AppDefinition app = apps.get(actor, part.app(parameters));
        apps.access(actor, app).require(Right.MANAGE);
        return reply(part, app.rights(), app.revision());
    }

    @GetMapping(PREVIEW)
    Reply edited(Actor actor, Parameters parameters, @PathVariable("part") String name) {
        RightsPart part = RightsPart.of(name);
        Language.of(actor, parameters);
        Preview preview = previews.get(actor, part.app(parameters));
        return reply(part, preview.app().rights(), preview.revision());
    }

    private static Reply reply(RightsPart part, Rights rights, long revision) {
        ObjectNode body = Json.object();
        body.set("rights", RightsJson.of(part, rights));
        return Reply.of(body.put("revision", Long.toString(revision)));
    }

    @PutMapping(LIVE)
    Reply change(Actor actor, Parameters parameters, @PathVariable("part") String name) {
        RightsPart part = RightsPart.of(name);
        AppId app = part.app(parameters);
        return revision(previews.changeLive(actor, app, parameters.revision(), edit(part, parameters)));
    }

    @PutMapping(PREVIEW)
    Reply edit(Actor actor, Parameters parameters, @PathVariable("part") String name) {
        RightsPart part = RightsPart.of(name);
        AppId app = part.app(parameters);
        return revision(previews.change(actor, app, parameters.revision(), edit(part, parameters))
                .revision());
    }

    /** Replaces the whole list. */
    private Consumer<DefinitionEdit> edit(RightsPart part, Parameters parameters) {
        parameters.require("rights");
        return edit -> {
            ArrayNode rights = sent.read(part, parameters);
            edit.json()
                    .withObjectProperty("permissions")
                    .withObjectProperty(part.code())
                    .set("rights", rights);
        };
    }

    private static Reply revision(long revision) {
        return Reply.of(Json.object().put("revision", Long.toString(revision)));
    }
}
