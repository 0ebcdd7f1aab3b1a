package org.mimamori.api.app;

import java.util.Locale;
import org.mimamori.api.wire.Json;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.Reply;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.Report;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.record.Apps;
import org.mimamori.engine.report.Reports;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The reports of an app. One that mentions a field the caller may not see is not shown to them. */
@RestController
final class ReportsController {

    private final Apps apps;
    private final Reports reports;

    ReportsController(Apps apps, Reports reports) {
        this.apps = apps;
        this.reports = reports;
    }

    @GetMapping("/k/v1/app/reports.json")
    Reply reports(Actor actor, Parameters parameters) {
        Locale language = Language.of(actor, parameters.require("app"));
        AppDefinition app = apps.get(actor, parameters.app());
        ObjectNode body = Json.object();
        ObjectNode all = body.putObject("reports");
        for (Report report : reports.all(actor, app.id())) {
            String name = report.name().in(language);
            all.set(name, ReportJson.of(report, name));
        }
        return Reply.of(body.put("revision", Long.toString(app.revision())));
    }
}
