package org.mimamori.api.definition;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.mimamori.api.wire.Json;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.Reply;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.record.Apps;
import org.mimamori.engine.webhook.Delivery;
import org.mimamori.engine.webhook.Webhooks;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What has become of an app's webhook deliveries, and the webhooks' secrets. */
@RestController
@RequestMapping("/api/apps/{code}/webhooks")
final class WebhookController {

    private static final int MOST = 100;

    private final Apps apps;
    private final Webhooks webhooks;

    WebhookController(Apps apps, Webhooks webhooks) {
        this.apps = apps;
        this.webhooks = webhooks;
    }

    /** Newest first; {@code before} goes on where another page ended. Says nothing of records but that one changed. */
    @GetMapping("/deliveries.json")
    Reply deliveries(Actor actor, Parameters parameters, @PathVariable String code) {
        int limit = (int) parameters.number("limit", 1, MOST, MOST);
        long before = parameters.number("before", 1, Long.MAX_VALUE, Long.MAX_VALUE);
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("deliveries");
        webhooks.log(actor, apps.getByCode(actor, code).id(), before, limit)
                .forEach(delivery -> list.add(json(delivery)));
        return Reply.of(body);
    }

    /** Makes a new secret and answers it, this once. */
    @PostMapping("/{name}/secret.json")
    Reply secret(Actor actor, @PathVariable String code, @PathVariable String name) {
        String secret = webhooks.renewSecret(actor, apps.getByCode(actor, code).id(), name);
        return Reply.of(Json.object().put("secret", secret));
    }

    private static ObjectNode json(Delivery delivery) {
        Instant last = delivery.last();
        ObjectNode json = Json.object()
                .put("id", delivery.id())
                .put("number", Long.toString(delivery.change()))
                .put("webhook", delivery.webhook())
                .put("type", delivery.event().name())
                .put("at", seconds(delivery.at()))
                .put("state", delivery.state().name())
                .put("attempts", Integer.toString(delivery.attempts()))
                .put("lastAttemptAt", last == null ? null : seconds(last));
        if (delivery.state() == Delivery.State.WAITING) {
            json.put("nextAttemptAt", seconds(delivery.next()));
        } else {
            json.putNull("nextAttemptAt");
        }
        return json.put("status", Integer.toString(delivery.status())).put("error", delivery.error());
    }

    private static String seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
