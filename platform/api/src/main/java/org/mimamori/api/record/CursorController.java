package org.mimamori.api.record;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mimamori.api.wire.Dialect;
import org.mimamori.api.wire.Json;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.RecordWriter;
import org.mimamori.api.wire.RecordWriters;
import org.mimamori.api.wire.Reply;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Operator;
import org.mimamori.engine.query.Condition;
import org.mimamori.engine.query.Condition.Operand;
import org.mimamori.engine.query.Query;
import org.mimamori.engine.query.QueryLimits;
import org.mimamori.engine.record.AppRecord;
import org.mimamori.engine.record.RecordQuery;
import org.mimamori.engine.record.RecordService;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Long lists page by page. Which records a cursor goes through is fixed when it is made; what they hold, and whether
 * the caller may see it, is found out with each page.
 */
@RestController
@RequestMapping("/k/v1/records/cursor.json")
final class CursorController {

    private static final int MOST_RECORDS = 500_000;
    private static final int LARGEST_PAGE = 500;
    private static final int ORDINARY_PAGE = 100;
    private static final QueryLimits ALL = new QueryLimits(MOST_RECORDS + 1, MOST_RECORDS + 1, 0);
    private static final QueryLimits PAGE = new QueryLimits(LARGEST_PAGE, LARGEST_PAGE, 0);

    private final RecordService records;
    private final RecordWriters writers;
    private final Cursors cursors;

    CursorController(RecordService records, RecordWriters writers, Cursors cursors) {
        this.records = records;
        this.writers = writers;
        this.cursors = cursors;
    }

    @PostMapping
    Reply open(Actor actor, Parameters parameters) {
        AppId app = parameters.require("app").app();
        int size = (int) parameters.number("size", 1, LARGEST_PAGE, ORDINARY_PAGE);
        Query query = writers.open(actor, app, null, Dialect.CURRENT).query(parameters.text("query", ""));
        if (query.limit() != null || query.offset() != null) {
            throw parameters.refuse("query", "optionsInCursor");
        }
        cursors.requireRoom();
        List<Long> ids = records.find(actor, app, new RecordQuery(query, "", List.of(), false, ALL)).records().stream()
                .map(AppRecord::id)
                .toList();
        if (ids.size() > MOST_RECORDS) {
            throw parameters.refuse("query", "tooManyRecords", MOST_RECORDS);
        }
        Cursor cursor = cursors.open(actor.ref(), app, parameters.fieldCodes("fields"), ids, size);
        return Reply.of(Json.object().put("id", cursor.id()).put("totalCount", Integer.toString(ids.size())));
    }

    @GetMapping
    Reply next(Actor actor, Parameters parameters, Dialect dialect) {
        Cursor cursor = cursors.next(actor.ref(), parameters.text("id"));
        RecordWriter writer = writers.open(actor, cursor.app(), cursor.fields(), dialect);
        List<AppRecord> page = page(actor, cursor, writer.codes());
        return Reply.write(out -> {
            out.writeStartObject();
            out.writeName("records");
            writer.writeAll(out, page);
            out.writeBooleanProperty("next", cursor.hasMoreAfterPage());
            out.writeEndObject();
        });
    }

    @DeleteMapping
    Reply close(Actor actor, Parameters parameters) {
        cursors.delete(actor.ref(), parameters.text("id"));
        return Reply.EMPTY;
    }

    /** The page's records in the cursor's order; those deleted or hidden meanwhile are left out. */
    private List<AppRecord> page(Actor actor, Cursor cursor, List<FieldCode> fields) {
        if (cursor.page().isEmpty()) {
            return List.of();
        }
        Operand[] ids = cursor.page().stream()
                .map(id -> new Operand.Bare(id.toString()))
                .toArray(Operand[]::new);
        Query query = Query.of(Condition.Test.of("$id", Operator.IN, ids));
        Map<Long, AppRecord> found =
                records.find(actor, cursor.app(), new RecordQuery(query, "", fields, false, PAGE)).records().stream()
                        .collect(Collectors.toMap(AppRecord::id, Function.identity()));
        return cursor.page().stream().map(found::get).filter(Objects::nonNull).toList();
    }
}
