package org.mimamori.api.report;

import org.mimamori.api.wire.Json;
import org.mimamori.api.wire.Names;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.Reply;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.record.Apps;
import org.mimamori.engine.report.Reports;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What reports come to, now and as kept: ours, kintone has no call for it. */
@RestController
@RequestMapping("/api/apps/{code}/reports")
final class ReportDataController {

    private final Apps apps;
    private final Reports reports;
    private final Directory directory;

    ReportDataController(Apps apps, Reports reports, Directory directory) {
        this.apps = apps;
        this.reports = reports;
        this.directory = directory;
    }

    /** What a report of the app comes to. */
    @GetMapping("/{id}/data.json")
    Reply data(Actor actor, @PathVariable String code, @PathVariable String id) {
        AppDefinition app = apps.getByCode(actor, code);
        return Reply.of(result(actor, app).json(reports.run(actor, app.id(), number(id))));
    }

    /** What the report that is the body comes to. */
    @PostMapping("/data.json")
    Reply ask(Actor actor, Parameters parameters, @PathVariable String code) {
        AppDefinition app = apps.getByCode(actor, code);
        return Reply.of(result(actor, app).json(reports.run(actor, app.id(), parameters.tree())));
    }

    /** What a report came to from time to time. */
    @GetMapping("/{id}/snapshots.json")
    Reply snapshots(Actor actor, @PathVariable String code, @PathVariable String id) {
        AppDefinition app = apps.getByCode(actor, code);
        ResultJson result = result(actor, app);
        ObjectNode body = Json.object();
        ArrayNode all = body.putArray("snapshots");
        reports.snapshots(actor, app.id(), number(id)).forEach(kept -> all.add(result.json(kept)));
        return Reply.of(body);
    }

    private ResultJson result(Actor actor, AppDefinition app) {
        return new ResultJson(app, actor.locale(), new Names(directory, actor.locale()));
    }

    private static long number(String id) {
        if (!id.matches("\\d{1,18}")) {
            throw new Problem.ReportNotFound(id).asException();
        }
        return Long.parseLong(id);
    }
}
