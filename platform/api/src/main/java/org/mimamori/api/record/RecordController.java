package org.mimamori.api.record;

import org.mimamori.api.wire.Dialect;
import org.mimamori.api.wire.Json;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.RecordWriter;
import org.mimamori.api.wire.RecordWriters;
import org.mimamori.api.wire.Reply;
import org.mimamori.api.wire.Submissions;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.record.RecordChange;
import org.mimamori.engine.record.RecordService;
import org.mimamori.engine.record.RecordService.Shown;
import org.mimamori.engine.record.Saved;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One record: read, add, change. */
@RestController
@RequestMapping("/k/v1/record.json")
final class RecordController {

    private final RecordService records;
    private final RecordWriters writers;

    RecordController(RecordService records, RecordWriters writers) {
        this.records = records;
        this.writers = writers;
    }

    @GetMapping
    Reply get(Actor actor, Parameters parameters, Dialect dialect) {
        parameters.require("app", "id");
        Shown found = records.show(actor, parameters.app(), parameters.id("id"));
        RecordWriter writer = writers.of(actor, found.app(), null, dialect);
        return Reply.write(out -> {
            out.writeStartObject();
            out.writeName("record");
            writer.write(out, found.record());
            out.writeEndObject();
        });
    }

    @PostMapping
    Reply add(Actor actor, Parameters parameters) {
        Saved saved = records.add(actor, parameters.require("app").app(), Submissions.read(parameters));
        return Reply.of(
                Json.object().put("id", Long.toString(saved.id())).put("revision", Long.toString(saved.revision())));
    }

    @PutMapping
    Reply update(Actor actor, Parameters parameters) {
        RecordChange change = Submissions.change(parameters.require("app"));
        Saved saved = Keys.named(change, () -> records.update(actor, parameters.app(), change));
        return Reply.of(Json.object().put("revision", Long.toString(saved.revision())));
    }
}
