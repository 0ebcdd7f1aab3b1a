package org.mimamori.api.app;

import java.util.Locale;
import org.mimamori.api.wire.Dialect;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.Reply;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.record.Apps;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The process of an app: statuses and actions, as far as the caller may know of them. */
@RestController
final class StatusSettingsController {

    private final Apps apps;
    private final Directory directory;

    StatusSettingsController(Apps apps, Directory directory) {
        this.apps = apps;
        this.directory = directory;
    }

    @GetMapping("/k/v1/app/status.json")
    Reply status(Actor actor, Parameters parameters, Dialect dialect) {
        Locale language = Language.of(actor, parameters.require("app"));
        AppDefinition app = apps.get(actor, parameters.app());
        StatusSettings settings = new StatusSettings(app, language, directory, dialect);
        return Reply.of(settings.json(apps.access(actor, app)).put("revision", Long.toString(app.revision())));
    }
}
