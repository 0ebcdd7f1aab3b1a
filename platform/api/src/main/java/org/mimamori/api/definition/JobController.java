package org.mimamori.api.definition;

import java.time.temporal.ChronoUnit;
import org.mimamori.api.wire.Json;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.Reply;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.job.Job;
import org.mimamori.engine.job.Jobs;
import org.mimamori.engine.record.Apps;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Work that goes on over all records of an app, for who manages it. */
@RestController
@RequestMapping("/api/apps/{code}")
final class JobController {

    private final Apps apps;
    private final Jobs jobs;

    JobController(Apps apps, Jobs jobs) {
        this.apps = apps;
        this.jobs = jobs;
    }

    /** The newest jobs of the app with their progress. */
    @GetMapping("/jobs.json")
    Reply list(Actor actor, @PathVariable String code) {
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("jobs");
        jobs.of(actor, apps.getByCode(actor, code)).forEach(job -> list.add(json(job)));
        return Reply.of(body);
    }

    /** Calculates all records of the app anew. */
    @PostMapping("/jobs/recalculate.json")
    Reply recalculate(Actor actor, @PathVariable String code) {
        long job = jobs.recalculate(actor, apps.getByCode(actor, code));
        return Reply.of(Json.object().put("job", Long.toString(job)));
    }

    /** Ends a job; what it has done stays. */
    @PostMapping("/jobs/cancel.json")
    Reply cancel(Actor actor, @PathVariable String code, Parameters parameters) {
        jobs.cancel(
                actor, apps.getByCode(actor, code), parameters.require("job").id("job"));
        return Reply.of(Json.object());
    }

    private static ObjectNode json(Job job) {
        ObjectNode json = Json.object()
                .put("id", Long.toString(job.id()))
                .put("kind", job.kind().name())
                .put("state", job.state().name())
                .put("done", Long.toString(job.done()))
                .put("total", Long.toString(job.total()))
                .put("by", job.by().code())
                .put(
                        "createdAt",
                        job.createdAt().truncatedTo(ChronoUnit.SECONDS).toString());
        return job.endedAt() == null
                ? json.putNull("endedAt")
                : json.put(
                        "endedAt", job.endedAt().truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
