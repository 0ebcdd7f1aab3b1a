package org.mimamori.api.record;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mimamori.api.error.CallProblem;
import org.mimamori.api.wire.Dialect;
import org.mimamori.api.wire.Json;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.RecordWriter;
import org.mimamori.api.wire.RecordWriters;
import org.mimamori.api.wire.Reply;
import org.mimamori.api.wire.Submissions;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.query.Query;
import org.mimamori.engine.query.QueryLimits;
import org.mimamori.engine.record.GuardedRecords;
import org.mimamori.engine.record.RecordChange;
import org.mimamori.engine.record.RecordPage;
import org.mimamori.engine.record.RecordQuery;
import org.mimamori.engine.record.RecordService;
import org.mimamori.engine.record.RecordService.Deletion;
import org.mimamori.engine.record.RecordService.Missing;
import org.mimamori.engine.record.Saved;
import org.mimamori.engine.record.Submission;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;

/** Several records: list, and add, change or delete all or none. */
@RestController
@RequestMapping("/k/v1/records.json")
final class RecordsController {

    private final RecordService records;
    private final RecordWriters writers;

    RecordsController(RecordService records, RecordWriters writers) {
        this.records = records;
        this.writers = writers;
    }

    @GetMapping
    Reply find(Actor actor, Parameters parameters, Dialect dialect) {
        AppId app = parameters.require("app").app();
        RecordWriter writer = writers.open(actor, app, parameters.fieldCodes("fields"), dialect);
        Query query = writer.query(parameters.text("query", ""));
        boolean count = parameters.flag("totalCount");
        RecordPage page = records.find(actor, app, new RecordQuery(query, "", writer.codes(), count, QueryLimits.API));
        return Reply.write(out -> {
            out.writeStartObject();
            out.writeName("records");
            writer.writeAll(out, page.records());
            out.writeName("totalCount");
            writeCount(out, page.total());
            out.writeEndObject();
        });
    }

    private static void writeCount(JsonGenerator out, @Nullable Long count) {
        if (count == null) {
            out.writeNull();
        } else {
            out.writeString(count.toString());
        }
    }

    @PostMapping
    Reply add(Actor actor, Parameters parameters) {
        parameters.require("app", "records");
        List<Submission> submissions =
                parameters.rawObjects("records").stream().map(Submissions::of).toList();
        List<Saved> saved = records.addAll(actor, parameters.app(), submissions);
        var body = Json.object();
        var ids = body.putArray("ids");
        var revisions = body.putArray("revisions");
        for (Saved one : saved) {
            ids.add(Long.toString(one.id()));
            revisions.add(Long.toString(one.revision()));
        }
        return Reply.of(body);
    }

    @PutMapping
    Reply update(Actor actor, Parameters parameters) {
        parameters.require("app", "records");
        boolean upsert = parameters.flag("upsert");
        List<RecordChange> changes =
                parameters.objects("records").stream().map(Submissions::change).toList();
        Missing missing = upsert ? Missing.INSERT : Missing.FAIL;
        List<Saved> saved = Keys.named(changes, () -> records.updateAll(actor, parameters.app(), changes, missing));
        var body = Json.object();
        var list = body.putArray("records");
        for (Saved one : saved) {
            var entry =
                    list.addObject().put("id", Long.toString(one.id())).put("revision", Long.toString(one.revision()));
            if (upsert) {
                entry.put("operation", one.inserted() ? "INSERT" : "UPDATE");
            }
        }
        return Reply.of(body);
    }

    @DeleteMapping
    Reply delete(Actor actor, Parameters parameters) {
        List<Long> ids = parameters.require("app").ids("ids");
        if (ids.isEmpty()) {
            throw new CallProblem.BadParameters(List.of(
                            parameters.bad("ids", "required"),
                            parameters.bad("ids", "tooManyDeleted", GuardedRecords.BATCH)))
                    .asException();
        }
        List<Long> revisions = parameters.revisions("revisions");
        List<Deletion> deletions = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            long expected = i < revisions.size() ? revisions.get(i) : RecordChange.ANY;
            deletions.add(new Deletion(ids.get(i), expected));
        }
        records.deleteAll(actor, parameters.app(), deletions);
        return Reply.EMPTY;
    }
}
