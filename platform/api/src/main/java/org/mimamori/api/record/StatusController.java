package org.mimamori.api.record;

import java.util.List;
import org.mimamori.api.wire.Json;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.Reply;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.record.ProcessService;
import org.mimamori.engine.record.ProcessService.Step;
import org.mimamori.engine.record.Saved;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** Moves records through the process of their app. */
@RestController
final class StatusController {

    private final ProcessService process;

    StatusController(ProcessService process) {
        this.process = process;
    }

    @PutMapping("/k/v1/record/status.json")
    Reply act(Actor actor, Parameters parameters) {
        Step step = step(parameters.require("app", "id", "action"));
        return revision(process.act(actor, parameters.app(), step));
    }

    @PutMapping("/k/v1/records/status.json")
    Reply actAll(Actor actor, Parameters parameters) {
        List<Step> steps = parameters.require("app", "records").objects("records").stream()
                .map(one -> step(one.require("id", "action")))
                .toList();
        var body = Json.object();
        var list = body.putArray("records");
        for (Saved saved : process.actAll(actor, parameters.app(), steps)) {
            list.addObject().put("id", Long.toString(saved.id())).put("revision", Long.toString(saved.revision()));
        }
        return Reply.of(body);
    }

    @PutMapping("/k/v1/record/assignees.json")
    Reply assign(Actor actor, Parameters parameters) {
        parameters.require("app", "id", "assignees");
        return revision(process.assign(
                actor, parameters.app(), parameters.id("id"), parameters.texts("assignees"), parameters.revision()));
    }

    private static Step step(Parameters parameters) {
        String assignee = parameters.text("assignee", "");
        return new Step(
                parameters.id("id"),
                parameters.text("action"),
                assignee.isEmpty() ? null : assignee,
                parameters.revision());
    }

    private static Reply revision(Saved saved) {
        return Reply.of(Json.object().put("revision", Long.toString(saved.revision())));
    }
}
