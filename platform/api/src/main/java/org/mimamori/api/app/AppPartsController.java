package org.mimamori.api.app;

import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.Reply;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.permission.Right;
import org.mimamori.engine.record.Apps;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Smaller parts of a live app's settings: the notes of who manages it, the scripts it names. */
@RestController
@RequestMapping("/k/v1/app")
final class AppPartsController {

    private final Apps apps;

    AppPartsController(Apps apps) {
        this.apps = apps;
    }

    @GetMapping("/adminNotes.json")
    Reply notes(Actor actor, Parameters parameters) {
        AppDefinition app = apps.get(actor, parameters.require("app").app());
        apps.access(actor, app).require(Right.MANAGE);
        return Reply.of(NotesJson.of(app));
    }

    @GetMapping("/customize.json")
    Reply customization(Actor actor, Parameters parameters) {
        return Reply.of(
                CustomizeJson.of(apps.get(actor, parameters.require("app").app())));
    }
}
