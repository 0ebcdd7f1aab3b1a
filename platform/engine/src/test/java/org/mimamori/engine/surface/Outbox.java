package org.mimamori.engine.surface;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.notify.CrossingWorker;
import org.mimamori.engine.notify.Desk;
import org.mimamori.engine.notify.NotifyWorker;
import org.mimamori.engine.notify.ReminderWorker;
import org.mimamori.engine.record.AppRecord;
import org.mimamori.engine.space.ThreadReading;
import org.mimamori.engine.store.MongoStores;
import org.mimamori.engine.webhook.DeliveryStore;
import org.mimamori.engine.webhook.Payloads;
import org.mimamori.engine.webhook.Sender;
import org.mimamori.engine.webhook.WebhookWorker;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The workers that tell people and programs what has happened. What is reminded of after an hour, they tell at once.
 */
final class Outbox {

    /** The workers wait this long for writes to end. */
    private static final Duration WRITES_END = Duration.ofSeconds(5);

    private final NotifyWorker notices;
    private final CrossingWorker crossings;
    private final ReminderWorker reminders;
    private final WebhookWorker webhooks;
    private final Desk desk;
    private final DeliveryStore deliveries;
    private final Map<String, List<ObjectNode>> sent = new ConcurrentHashMap<>();

    Outbox(MongoStores stores, Desk desk, Clock clock, ZoneId zone) {
        this.desk = desk;
        this.deliveries = stores.deliveries();
        this.notices = new NotifyWorker(desk, stores.changes(), stores.comments(), ThreadReading.NONE);
        this.crossings = new CrossingWorker(desk, stores.crossings(), clock);
        Clock later = Clock.offset(clock, Duration.ofHours(1).plus(WRITES_END));
        this.reminders = new ReminderWorker(desk, stores.reminders(), later, zone);
        Payloads payloads = new Payloads(
                desk.apps(),
                desk.records(),
                stores.comments(),
                desk.directory(),
                (reader, app, record) -> json(app, record),
                "https://mimamori.example.jp");
        this.webhooks = new WebhookWorker(
                desk.catalog(),
                stores.changes(),
                stores.deliveries(),
                stores.webhookSecrets(),
                payloads,
                (url, headers, body) -> take(url, body),
                clock,
                Integer.MAX_VALUE);
        reminders.run();
        webhooks.run();
    }

    private static ObjectNode json(AppDefinition app, AppRecord record) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        record.values()
                .forEach((code, value) ->
                        json.put(code.text(), Installation.plain(value).toString()));
        return json.put("$id", app.code() + record.id());
    }

    private Sender.Answer take(String url, byte[] body) {
        sent.computeIfAbsent(url.substring(Forms.HOOK.length()), reader -> new CopyOnWriteArrayList<>())
                .add((ObjectNode) JsonMapper.shared().readTree(new String(body, StandardCharsets.UTF_8)));
        return Sender.Answer.of(200);
    }

    void tell() {
        while (notices.run() > 0) {
            // until the log is read
        }
        while (crossings.run() > 0) {
            // until none waits
        }
        reminders.run();
        do {
            webhooks.run();
        } while (waits());
    }

    /** A turn sends a webhook 20 things at most. */
    private boolean waits() {
        return desk.catalog().all().stream()
                .anyMatch(app -> app.webhooks().stream()
                        .anyMatch(webhook ->
                                deliveries.first(app.id(), webhook.name()).isPresent()));
    }

    Map<String, List<ObjectNode>> sent() {
        Map<String, List<ObjectNode>> taken = new HashMap<>(sent);
        sent.clear();
        return taken;
    }
}
