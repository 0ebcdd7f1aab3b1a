package org.mimamori.api.record;

import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.mimamori.api.error.CallProblem;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.Reply;
import org.mimamori.engine.directory.Actor;
import org.springframework.stereotype.Component;

/** The calls a bulk request may make. */
@Component
final class BulkCalls {

    private final Map<String, BiFunction<Actor, Parameters, Reply>> calls;

    BulkCalls(RecordController one, RecordsController several, StatusController status) {
        this.calls = Map.of(
                "POST /k/v1/record.json", one::add,
                "PUT /k/v1/record.json", one::update,
                "POST /k/v1/records.json", several::add,
                "PUT /k/v1/records.json", several::update,
                "DELETE /k/v1/records.json", several::delete,
                "PUT /k/v1/record/status.json", status::act,
                "PUT /k/v1/records/status.json", status::actAll,
                "PUT /k/v1/record/assignees.json", status::assign);
    }

    /** One call of a bulk request, understood but not yet made. */
    record Call(BiFunction<Actor, Parameters, Reply> handler, Parameters payload) {
        Reply run(Actor actor) {
            return handler.apply(actor, payload);
        }
    }

    Call read(Parameters request) {
        request.require("method", "api");
        String path = request.text("api");
        if (path.startsWith("/k/guest/")) {
            throw new CallProblem.NoSuchSpace().asException();
        }
        var handler = calls.get(request.text("method").toUpperCase(Locale.ROOT) + " " + path);
        if (handler == null) {
            throw request.refuse("api", "notInBulk");
        }
        return new Call(handler, Parameters.of(request.json("payload")));
    }
}
