package org.mimamori.engine.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.notify.Town;
import org.mimamori.engine.notify.TownClock;
import org.mimamori.engine.store.TestStores;
import tools.jackson.databind.node.JsonNodeFactory;

/** How far the change log is read while nobody is told of anything. */
class WebhookPositionTest {

    private static final TownClock CLOCK = new TownClock("2026-05-15T01:30:00Z");

    @RegisterExtension
    static final TestStores STORES = TestStores.embedded(CLOCK);

    private static final String MOMO = "{'child': {'value': '蓮'}, 'nursery': {'value': [{'code': 'momo'}]}}";

    private final Town town = new Town(STORES.get(), CLOCK);
    private final List<String> sent = new CopyOnWriteArrayList<>();

    @Test
    void passesOverWhatHappensWhileNoAppHasWebhooksAndNothingAfterwards() {
        WebhookWorker worker = worker();
        AppDefinition plain = town.install("plain", "\"rules\": []");
        worker.run();
        town.add("momo1", plain, MOMO);
        worker.run();

        assertThat(STORES.get().deliveries().position())
                .contains(STORES.get().changes().last());

        AppDefinition hooked = town.install("hooked", """
                "webhooks": [{"name": "board", "url": "https://board.example.jp/in", "reader": "sato", "events":
                  ["ADD_RECORD"]}]""");
        town.add("momo1", hooked, MOMO);
        worker.run();

        assertThat(sent).singleElement().asString().contains("\"id\":\"%s\"".formatted(hooked.id()));
    }

    private WebhookWorker worker() {
        Payloads payloads = new Payloads(
                town.records.apps(),
                town.service(),
                STORES.get().comments(),
                town.directory,
                (reader, app, record) -> JsonNodeFactory.instance.objectNode(),
                "https://mimamori.example.jp");
        return new WebhookWorker(
                town.catalog,
                STORES.get().changes(),
                STORES.get().deliveries(),
                STORES.get().webhookSecrets(),
                payloads,
                (url, headers, body) -> {
                    sent.add(new String(body, StandardCharsets.UTF_8));
                    return Sender.Answer.of(200);
                },
                CLOCK,
                1000);
    }
}
