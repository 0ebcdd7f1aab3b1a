package org.mimamori.api.record;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mimamori.api.wire.Columns;
import org.mimamori.api.wire.Json;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.Reply;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.permission.Access;
import org.mimamori.engine.permission.Accessibility;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.record.Apps;
import org.mimamori.engine.record.RecordService;
import org.mimamori.engine.record.RecordService.Permitted;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** What the caller may do with records. */
@RestController
final class RecordRightsController {

    private static final int MOST_RECORDS = 100;

    private final RecordService records;
    private final Apps apps;

    RecordRightsController(RecordService records, Apps apps) {
        this.records = records;
        this.apps = apps;
    }

    @GetMapping("/k/v1/records/acl/evaluate.json")
    Reply evaluate(Actor actor, Parameters parameters) {
        if (actor instanceof Actor.Program) {
            throw new Problem.TokenForbidden().asException();
        }
        List<Long> ids = parameters.require("app", "ids").ids("ids");
        if (ids.size() > MOST_RECORDS) {
            throw parameters.refuse("ids", "tooMany", MOST_RECORDS);
        }
        AppDefinition app = apps.get(actor, parameters.app());
        Access access = apps.access(actor, app);
        Columns columns = Columns.of(app, access, null);
        Map<Long, Permitted> permitted = records.permitted(actor, app.id(), ids);
        ObjectNode body = Json.object();
        var rights = body.putArray("rights");
        ids.forEach(id -> rights.add(json(id, permitted.get(id), columns, access)));
        return Reply.of(body);
    }

    private static ObjectNode json(long id, @Nullable Permitted permitted, Columns columns, Access access) {
        boolean viewable = permitted != null;
        boolean editable = permitted != null && permitted.editable();
        Access here = permitted == null ? access : access.narrowed(permitted.varying());
        ObjectNode json = Json.object().put("id", Long.toString(id));
        json.putObject("record")
                .put("viewable", viewable)
                .put("editable", editable)
                .put("deletable", permitted != null && permitted.deletable());
        ObjectNode fields = json.putObject("fields");
        for (Field field : columns.fields()) {
            Accessibility accessibility = here.of(field.code());
            if (viewable && !accessibility.readable()) {
                continue;
            }
            fields.putObject(field.code().text())
                    .put("viewable", viewable)
                    .put("editable", editable && field.writable() && accessibility.writable());
        }
        return json;
    }
}
