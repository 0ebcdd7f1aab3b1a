package org.mimamori.api.app;

import java.util.Locale;
import org.mimamori.api.wire.Dialect;
import org.mimamori.api.wire.Json;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.Reply;
import org.mimamori.engine.app.AppAction;
import org.mimamori.engine.app.NamedParts;
import org.mimamori.engine.app.Report;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.record.Apps;
import org.mimamori.engine.settings.Preview;
import org.mimamori.engine.settings.Previews;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The reports and actions of an app as they are being edited, for those who manage the app: all of them. */
@RestController
@RequestMapping("/k/v1/preview/app")
final class PreviewPartsController {

    private static final String REPORTS = "reports";
    private static final String ACTIONS = "actions";

    private final Previews previews;
    private final Apps apps;

    PreviewPartsController(Previews previews, Apps apps) {
        this.previews = previews;
        this.apps = apps;
    }

    @GetMapping("/reports.json")
    Reply reports(Actor actor, Parameters parameters) {
        Locale language = Language.of(actor, parameters.require("app"));
        Preview preview = previews.get(actor, parameters.app());
        ObjectNode body = Json.object();
        ObjectNode all = body.putObject(REPORTS);
        for (Report report : preview.app().reports()) {
            String name = report.name().in(language);
            all.set(name, ReportJson.of(report, name));
        }
        return revision(body, preview);
    }

    @PutMapping("/reports.json")
    Reply changeReports(Actor actor, Parameters parameters) {
        Preview changed = change(actor, parameters, REPORTS);
        ObjectNode body = Json.object();
        ObjectNode all = body.putObject(REPORTS);
        changed.app().reports().forEach(report -> id(all, report.name().base(), report.id()));
        return revision(body, changed);
    }

    @GetMapping("/actions.json")
    Reply actions(Actor actor, Parameters parameters, Dialect dialect) {
        Locale language = Language.of(actor, parameters.require("app"));
        Preview preview = previews.get(actor, parameters.app());
        ObjectNode body = Json.object();
        ObjectNode all = body.putObject(ACTIONS);
        ActionJson json = new ActionJson(OtherApps.ofPreview(apps, previews, actor), language, dialect);
        for (AppAction action : preview.app().actions()) {
            all.set(action.name().in(language), json.of(action));
        }
        return revision(body, preview);
    }

    @PutMapping("/actions.json")
    Reply changeActions(Actor actor, Parameters parameters) {
        Preview changed = change(actor, parameters, ACTIONS);
        ObjectNode body = Json.object();
        ObjectNode all = body.putObject(ACTIONS);
        changed.app().actions().forEach(action -> id(all, action.name().base(), action.id()));
        return revision(body, changed);
    }

    private Preview change(Actor actor, Parameters parameters, String part) {
        ObjectNode given = parameters.require("app", part).json(part);
        return previews.change(
                actor, parameters.app(), parameters.revision(), edit -> NamedParts.replace(edit, part, given));
    }

    private static void id(ObjectNode all, String name, long id) {
        all.putObject(name).put("id", Long.toString(id));
    }

    private static Reply revision(ObjectNode body, Preview preview) {
        return Reply.of(body.put("revision", Long.toString(preview.revision())));
    }
}
