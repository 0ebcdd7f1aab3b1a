package org.mimamori.api.record;

import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.mimamori.api.auth.GuestPaths;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.Reply;
import org.mimamori.engine.directory.Actor;
import org.springframework.stereotype.Component;

/** The calls a bulk request may make. */
@Component
final class BulkCalls {

    private final GuestPaths guests;
    private final Map<String, BiFunction<Actor, Parameters, Reply>> calls;

    BulkCalls(RecordController one, RecordsController several, StatusController status, GuestPaths guests) {
        this.guests = guests;
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
    record Call(BiFunction<Actor, Parameters, Reply> handler, Parameters payload, Actor actor) {
        Reply run() {
            return handler.apply(actor, payload);
        }
    }

    Call read(Actor actor, Parameters request) {
        request.require("method", "api");
        GuestPaths.Entered entered = guests.enter(request.text("api"), actor);
        var handler = calls.get(request.text("method").toUpperCase(Locale.ROOT) + " " + entered.path());
        if (handler == null) {
            throw request.refuse("api", "notInBulk");
        }
        return new Call(handler, Parameters.of(request.json("payload")), entered.actor());
    }
}
