package org.mimamori.api.app;

import java.util.List;
import java.util.Locale;
import org.mimamori.api.wire.Dialect;
import org.mimamori.api.wire.Json;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.Reply;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.View;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.permission.Access;
import org.mimamori.engine.settings.AppearanceSettings;
import org.mimamori.engine.settings.Preview;
import org.mimamori.engine.settings.Previews;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** How an app looks, as it is being edited: views, general settings, notes, named scripts. */
@RestController
@RequestMapping("/k/v1/preview/app")
final class PreviewSettingsController {

    private final Previews previews;
    private final AppearanceSettings settings;

    PreviewSettingsController(Previews previews, AppearanceSettings settings) {
        this.previews = previews;
        this.settings = settings;
    }

    @GetMapping("/views.json")
    Reply views(Actor actor, Parameters parameters) {
        Locale language = Language.of(actor, parameters.require("app"));
        AppDefinition app = previews.get(actor, parameters.app()).app();
        ObjectNode body = Json.object();
        ObjectNode views = body.putObject("views");
        for (View view : app.views()) {
            views.set(view.name().in(language), ViewJson.of(app, Access.full(), view, language));
        }
        return Reply.of(body.put("revision", Long.toString(app.revision())));
    }

    /** Replaces the views; answers the number of each, by its new name. */
    @PutMapping("/views.json")
    Reply replaceViews(Actor actor, Parameters parameters) {
        parameters.require("app", "views");
        AppearanceSettings.ChangedViews changed =
                settings.replaceViews(actor, parameters.app(), parameters.revision(), parameters.json("views"));
        ObjectNode body = Json.object();
        ObjectNode ids = body.putObject("views");
        List<View> views = changed.preview().app().views();
        for (String name : changed.names()) {
            views.stream()
                    .filter(view -> view.name().base().equals(name))
                    .forEach(view -> ids.putObject(name).put("id", Long.toString(view.id())));
        }
        return Reply.of(body.put("revision", Long.toString(changed.preview().revision())));
    }

    @GetMapping("/settings.json")
    Reply settings(Actor actor, Parameters parameters, Dialect dialect) {
        Locale language = Language.of(actor, parameters.require("app"));
        return Reply.of(GeneralJson.of(previews.get(actor, parameters.app()).app(), language, dialect));
    }

    @PutMapping("/settings.json")
    Reply change(Actor actor, Parameters parameters) {
        parameters.require("app");
        if (parameters.has("name")) {
            requireName(parameters);
        }
        return revision(settings.change(actor, parameters.app(), parameters.revision(), parameters.tree()));
    }

    private static void requireName(Parameters parameters) {
        if (parameters.text("name").isBlank()) {
            throw parameters.refuse("name", "required");
        }
    }

    @GetMapping("/adminNotes.json")
    Reply notes(Actor actor, Parameters parameters) {
        return Reply.of(NotesJson.of(
                previews.get(actor, parameters.require("app").app()).app()));
    }

    @PutMapping("/adminNotes.json")
    Reply changeNotes(Actor actor, Parameters parameters) {
        parameters.require("app");
        return revision(settings.changeNotes(actor, parameters.app(), parameters.revision(), parameters.tree()));
    }

    @GetMapping("/customize.json")
    Reply customization(Actor actor, Parameters parameters) {
        return Reply.of(CustomizeJson.of(
                previews.get(actor, parameters.require("app").app()).app()));
    }

    @PutMapping("/customize.json")
    Reply customize(Actor actor, Parameters parameters) {
        parameters.require("app");
        return revision(settings.customize(actor, parameters.app(), parameters.revision(), parameters.tree()));
    }

    private static Reply revision(Preview changed) {
        return Reply.of(Json.object().put("revision", Long.toString(changed.revision())));
    }
}
