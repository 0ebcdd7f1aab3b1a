package org.mimamori.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mimamori.api.wire.RecordTree;
import org.mimamori.api.wire.RecordWriters;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.notify.Town;
import org.mimamori.engine.notify.TownClock;
import org.mimamori.engine.store.MongoStores;
import org.mimamori.engine.store.TestStores;
import org.mimamori.engine.webhook.Payloads;
import org.mimamori.engine.webhook.Signature;
import org.mimamori.engine.webhook.WebhookWorker;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a saved record to another program on this machine, through everything there is between them. */
class WebhookTest {

    private static final TownClock CLOCK = new TownClock("2026-05-15T01:30:00Z");

    @RegisterExtension
    static final TestStores STORES = TestStores.embedded(CLOCK);

    private final Town town = new Town(STORES.get(), CLOCK);
    private final HttpSender sender = new HttpSender(true);
    private Receiver receiver;

    @BeforeEach
    void listens() throws IOException {
        receiver = new Receiver();
    }

    @AfterEach
    void ends() throws IOException {
        receiver.close();
        sender.close();
    }

    private WebhookWorker worker() {
        MongoStores stores = STORES.get();
        Payloads payloads = new Payloads(
                town.records.apps(),
                town.service(),
                stores.comments(),
                town.directory,
                new RecordTree(new RecordWriters(town.records.apps(), town.directory)),
                "https://mimamori.example.jp");
        return new WebhookWorker(
                town.catalog,
                stores.changes(),
                stores.deliveries(),
                stores.webhookSecrets(),
                payloads,
                sender,
                CLOCK,
                60);
    }

    @Test
    void aProgramGetsWhatTheReaderMaySeeSignedAndAfterARestart() {
        worker().run();
        AppDefinition app = town.install("hooked", """
                "webhooks": [{"name": "board", "url": "%s", "reader": "momo1", "events": ["ADD_RECORD"]}]""".formatted(receiver.url("/in")));
        receiver.answer = exchange -> exchange.sendResponseHeaders(500, -1);
        long record = town.add("sato", app, """
                {'child': {'value': '蓮'}, 'finding': {'value': 'あざがある'}, 'days': {'value': '3'},
                 'nursery': {'value': [{'code': 'momo'}]}}""");
        CLOCK.pass(Duration.ofSeconds(61));
        worker().run();
        assertThat(receiver.messages).hasSize(1);

        receiver.answer = exchange -> exchange.sendResponseHeaders(204, -1);
        CLOCK.pass(Duration.ofSeconds(91));
        worker().run();
        CLOCK.pass(Duration.ofSeconds(91));
        worker().run();

        assertThat(receiver.messages).hasSize(2);
        Receiver.Message message = receiver.messages.getLast();
        JsonNode json = JsonMapper.shared().readTree(message.body());
        assertThat(json.path("type").asString()).isEqualTo("ADD_RECORD");
        assertThat(json.at("/record/child").toString()).isEqualTo("{\"type\":\"SINGLE_LINE_TEXT\",\"value\":\"蓮\"}");
        assertThat(json.at("/record/days/value").asString()).isEqualTo("3");
        assertThat(json.at("/record/$id").toString())
                .isEqualTo("{\"type\":\"__ID__\",\"value\":\"%d\"}".formatted(record));
        assertThat(json.path("url").asString()).isEqualTo("https://mimamori.example.jp/apps/hooked/" + record);
        assertThat(message.body()).doesNotContain("finding", "あざ");
        String secret = STORES.get().webhookSecrets().of(app.id(), "board");
        Instant signed = Instant.ofEpochSecond(Long.parseLong(
                message.signature().substring(2, message.signature().indexOf(','))));
        assertThat(signed).isEqualTo(CLOCK.instant().minusSeconds(91));
        assertThat(message.signature())
                .isEqualTo(Signature.of(secret, signed, message.body().getBytes(StandardCharsets.UTF_8)));
    }
}
