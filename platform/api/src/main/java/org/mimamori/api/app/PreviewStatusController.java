package org.mimamori.api.app;

import java.util.Locale;
import org.mimamori.api.wire.Dialect;
import org.mimamori.api.wire.Json;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.Reply;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.permission.Access;
import org.mimamori.engine.process.ProcessDefinition;
import org.mimamori.engine.record.Apps;
import org.mimamori.engine.settings.Preview;
import org.mimamori.engine.settings.Previews;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The process of an app as it is being edited. */
@RestController
@RequestMapping("/k/v1/preview/app/status.json")
final class PreviewStatusController {

    private final Previews previews;
    private final Apps apps;
    private final Directory directory;

    PreviewStatusController(Previews previews, Apps apps, Directory directory) {
        this.previews = previews;
        this.apps = apps;
        this.directory = directory;
    }

    @GetMapping
    Reply status(Actor actor, Parameters parameters, Dialect dialect) {
        Locale language = Language.of(actor, parameters.require("app"));
        Preview preview = previews.get(actor, parameters.app());
        StatusSettings settings = new StatusSettings(preview.app(), language, directory, dialect);
        return Reply.of(settings.json(Access.full()).put("revision", Long.toString(preview.revision())));
    }

    @PutMapping
    Reply change(Actor actor, Parameters parameters) {
        AppId app = parameters.require("app").app();
        StatusEdit edit = new StatusEdit(parameters, live(actor, app));
        Preview preview = previews.change(actor, app, parameters.revision(), change -> edit.apply(change.json()));
        return Reply.of(Json.object().put("revision", Long.toString(preview.revision())));
    }

    /** The process by which the records stand now. */
    private ProcessDefinition live(Actor actor, AppId app) {
        return previews.get(actor, app).live() ? apps.get(actor, app).process() : ProcessDefinition.NONE;
    }
}
