package org.mimamori.api.definition;

import org.mimamori.api.wire.Json;
import org.mimamori.api.wire.Reply;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.record.QueryAdvice;
import org.mimamori.engine.record.QueryAdviser;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Which queries of an app no index serves. */
@RestController
final class AdviceController {

    private final QueryAdviser adviser;

    AdviceController(QueryAdviser adviser) {
        this.adviser = adviser;
    }

    @GetMapping("/api/apps/{code}/advice.json")
    Reply get(Actor actor, @PathVariable String code) {
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("advice");
        adviser.of(actor, code).forEach(advice -> write(list.addObject(), advice));
        return Reply.of(body);
    }

    private static void write(ObjectNode json, QueryAdvice advice) {
        ArrayNode filter = json.putArray("filter");
        advice.filter()
                .forEach(asked -> filter.addObject()
                        .put("field", asked.field().text())
                        .put("operator", asked.operator().sign()));
        ArrayNode sort = json.putArray("sort");
        advice.sort()
                .forEach(key -> sort.addObject()
                        .put("field", key.field().text())
                        .put("order", key.ascending() ? "asc" : "desc"));
        json.put("times", advice.times())
                .put("slowestMillis", advice.slowest().toMillis())
                .put("examined", advice.examined())
                .put("found", advice.found())
                .put("last", advice.last().toString());
    }
}
