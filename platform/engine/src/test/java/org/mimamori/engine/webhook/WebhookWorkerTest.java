package org.mimamori.engine.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.change.Change;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.notify.Town;
import org.mimamori.engine.notify.TownClock;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.record.ProcessService;
import org.mimamori.engine.record.RecordService.Deletion;
import org.mimamori.engine.store.TestStores;
import org.mimamori.engine.webhook.Delivery.State;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The queue of webhooks: order, retries, restarts, and what a reader's rights keep back. */
class WebhookWorkerTest {

    private static final TownClock CLOCK = new TownClock("2026-05-15T01:30:00Z");

    @RegisterExtension
    static final TestStores STORES = TestStores.embedded(CLOCK);

    private static int apps;
    private final Town town = new Town(STORES.get(), CLOCK);
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private Function<Sent, Sender.Answer> receiver = message -> Sender.Answer.of(200);
    private WebhookWorker worker = worker(1000);

    private record Sent(String url, Map<String, String> headers, String body) {
        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }
    }

    private WebhookWorker worker(int perMinute) {
        Payloads payloads = new Payloads(
                town.records.apps(),
                town.service(),
                STORES.get().comments(),
                town.directory,
                (reader, app, record) -> {
                    ObjectNode json = JsonNodeFactory.instance.objectNode();
                    record.values().keySet().stream()
                            .map(FieldCode::text)
                            .sorted()
                            .forEach(code -> json.put(code, "…"));
                    return json;
                },
                "https://mimamori.example.jp");
        return new WebhookWorker(
                town.catalog,
                STORES.get().changes(),
                STORES.get().deliveries(),
                STORES.get().webhookSecrets(),
                payloads,
                (url, headers, body) -> {
                    Sent message = new Sent(url, headers, new String(body, java.nio.charset.StandardCharsets.UTF_8));
                    sent.add(message);
                    return receiver.apply(message);
                },
                CLOCK,
                perMinute);
    }

    @BeforeEach
    void nothingWaits() {
        CLOCK.pass(Duration.ofDays(2));
        worker.run();
        worker.run();
        sent.clear();
    }

    private AppDefinition app(String reader) {
        return town.install("hooked" + apps++, """
                "webhooks": [{"name": "board", "url": "https://board.example.jp/in", "reader": "%s", "events":
                  ["ADD_RECORD", "UPDATE_RECORD", "DELETE_RECORD", "ADD_RECORD_COMMENT"]}]""".formatted(reader));
    }

    private List<String> types() {
        return sent.stream()
                .map(message -> message.json().path("type").asString() + " "
                        + message.json()
                                .path("url")
                                .asString(message.json().path("recordId").asString("")))
                .toList();
    }

    private List<Delivery> log(AppDefinition app) {
        return STORES.get().deliveries().log(app.id(), Long.MAX_VALUE, 100);
    }

    private static final String MOMO = "{'child': {'value': '蓮'}, 'nursery': {'value': [{'code': 'momo'}]}}";

    @Test
    void sendsWhatHappensInOrderInKintonesShape() {
        AppDefinition app = app("sato");
        long record = town.add("momo1", app, MOMO);
        town.change("sato", app, record, "{'days': {'value': '3'}}");
        town.comments.add(town.person("momo1"), app.id(), record, "欠席です", List.of(EntityRef.user("sato")), null);
        town.service().deleteAll(town.person("sato"), app.id(), List.of(new Deletion(record, -1)));
        long kept = town.add("momo1", app, MOMO);
        town.comments.add(town.person("momo1"), app.id(), kept, "欠席です", List.of(EntityRef.user("sato")), null);
        worker.run();

        String page = "https://mimamori.example.jp/apps/" + app.code() + "/";
        // What is gone by the time of sending is not told any more, but that it was deleted is.
        assertThat(types())
                .containsExactly(
                        "DELETE_RECORD " + record,
                        "ADD_RECORD " + page + kept,
                        "ADD_RECORD_COMMENT " + page + kept + "?comment=1");
        JsonNode added = sent.get(1).json();
        assertThat(added.propertyNames()).containsExactly("id", "type", "app", "record", "recordTitle", "url");
        assertThat(added.path("app").toString()).isEqualTo("{\"id\":\"%s\",\"name\":\"見守り\"}".formatted(app.id()));
        assertThat(added.path("recordTitle").asString()).isEqualTo("蓮");
        JsonNode deleted = sent.get(0).json();
        assertThat(deleted.propertyNames()).containsExactly("id", "type", "app", "recordId", "deletedBy", "deletedAt");
        assertThat(deleted.path("deletedBy").toString()).isEqualTo("{\"code\":\"sato\",\"name\":\"sato\"}");
        JsonNode comment = sent.get(2).json().path("comment");
        assertThat(comment.propertyNames()).containsExactly("id", "text", "createdAt", "creator", "mentions");
        assertThat(comment.path("mentions").toString()).isEqualTo("[{\"code\":\"sato\",\"type\":\"USER\"}]");
        assertThat(log(app)).extracting(Delivery::state).containsOnly(State.SENT, State.SKIPPED);
    }

    @Test
    void signsWithTheSecretOfTheWebhook() {
        AppDefinition app = app("sato");
        town.add("momo1", app, MOMO);
        worker.run();

        String secret = STORES.get().webhookSecrets().of(app.id(), "board");
        assertThat(sent.getFirst().headers())
                .containsEntry(
                        Signature.HEADER,
                        Signature.of(
                                secret,
                                CLOCK.instant(),
                                sent.getFirst().body().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    @Test
    void triesAgainLaterAndLetsNoneOvertake() {
        AppDefinition app = app("sato");
        town.add("momo1", app, MOMO);
        town.add("momo1", app, MOMO);
        List<Integer> answers = new ArrayList<>(List.of(503, 302, 200, 200));
        receiver = message -> Sender.Answer.of(answers.removeFirst());
        worker.run();
        worker.run();
        assertThat(sent).hasSize(1);

        CLOCK.pass(Duration.ofSeconds(29));
        worker.run();
        assertThat(sent).hasSize(1);
        CLOCK.pass(Duration.ofSeconds(1));
        worker.run();
        assertThat(sent).hasSize(2);
        CLOCK.pass(Duration.ofMinutes(2));
        worker.run();

        assertThat(sent).hasSize(4);
        assertThat(sent.get(0).json().path("id")).isEqualTo(sent.get(1).json().path("id"));
        assertThat(sent.get(0).json().path("id")).isEqualTo(sent.get(2).json().path("id"));
        assertThat(sent.get(3).json().path("url").asString()).endsWith("/2");
        assertThat(log(app)).extracting(Delivery::attempts).containsExactly(1, 3);
    }

    @Test
    void givesUpAfterTenAttempts() {
        AppDefinition app = app("sato");
        town.add("momo1", app, MOMO);
        receiver = message -> Sender.Answer.none("timeout");
        for (int attempt = 0; attempt < 20; attempt++) {
            worker.run();
            CLOCK.pass(Duration.ofHours(1));
        }

        assertThat(sent).hasSize(10);
        assertThat(log(app)).singleElement().satisfies(delivery -> {
            assertThat(delivery.state()).isEqualTo(State.FAILED);
            assertThat(delivery.error()).isEqualTo("timeout");
            assertThat(delivery.status()).isZero();
        });
    }

    @Test
    void doesNotSendWhatIsADayOld() {
        AppDefinition app = app("sato");
        town.add("momo1", app, MOMO);
        CLOCK.pass(Duration.ofHours(25));
        worker.run();

        assertThat(sent).isEmpty();
        assertThat(log(app).getFirst().error()).isEqualTo("expired");
    }

    @Test
    void sendsAgainWithTheSameIdAfterAProcessThatEndedInTheMiddle() {
        AppDefinition app = app("sato");
        town.add("momo1", app, MOMO);
        receiver = message -> {
            throw new IllegalStateException("the process ends after sending, before it can note that it did");
        };
        worker.run();
        receiver = message -> Sender.Answer.of(200);
        CLOCK.pass(Duration.ofSeconds(61));
        worker = worker(1000);
        worker.run();

        assertThat(sent).hasSize(2);
        assertThat(sent.get(0).json().path("id")).isEqualTo(sent.get(1).json().path("id"));
        assertThat(log(app)).extracting(Delivery::state).containsExactly(State.SENT);
    }

    @Test
    void leavesItToTheProcessThatLeads() {
        AppDefinition app = app("sato");
        town.add("momo1", app, MOMO);
        WebhookWorker other = worker(1000);
        other.run();
        assertThat(sent).isEmpty();

        worker.run();
        assertThat(sent).hasSize(1);
        town.add("momo1", app, MOMO);
        CLOCK.pass(Duration.ofSeconds(61));
        other.run();
        assertThat(sent).hasSize(2);
    }

    @Test
    void sendsNoMoreInAMinuteThanAllowedAndTheRestLater() {
        AppDefinition app = app("sato");
        CLOCK.pass(Duration.ofSeconds(61));
        worker = worker(2);
        for (int i = 0; i < 5; i++) {
            town.add("momo1", app, MOMO);
        }
        worker.run();
        worker.run();
        assertThat(sent).hasSize(2);
        CLOCK.pass(Duration.ofSeconds(61));
        worker.run();
        CLOCK.pass(Duration.ofSeconds(61));
        worker.run();

        assertThat(sent).hasSize(5);
        assertThat(log(app)).extracting(Delivery::state).containsOnly(State.SENT);
    }

    @Test
    void sendsNothingItsReaderMayNotSee() {
        AppDefinition app = app("momo1");
        long seen = town.add("sato", app, MOMO);
        long unseen = town.add("sato", app, "{'child': {'value': '葵'}, 'nursery': {'value': [{'code': 'sakura'}]}}");
        town.change("sato", app, seen, "{'finding': {'value': 'あざがある'}}");
        worker.run();

        assertThat(types()).containsExactly("ADD_RECORD https://mimamori.example.jp/apps/" + app.code() + "/" + seen);
        assertThat(sent.toString()).doesNotContain("葵", "finding", "あざ");
        town.service()
                .deleteAll(town.person("sato"), app.id(), List.of(new Deletion(seen, -1), new Deletion(unseen, -1)));
        sent.clear();
        worker.run();

        assertThat(types()).containsExactly("DELETE_RECORD " + seen);
        assertThat(log(app)).filteredOn(one -> one.state() == State.SKIPPED).hasSize(3);
    }

    @Test
    void asksForTheReadersRightsWhenItSends() {
        AppDefinition app = app("momo1");
        long record = town.add("sato", app, MOMO);
        town.change("sato", app, record, "{'nursery': {'value': [{'code': 'sakura'}]}}");
        worker.run();

        assertThat(sent).isEmpty();
    }

    @Test
    void sendsNothingForAReaderThereIsNot() {
        AppDefinition app = app("nobody");
        town.add("sato", app, MOMO);
        worker.run();

        assertThat(sent).isEmpty();
        assertThat(log(app)).extracting(Delivery::state).containsExactly(State.SKIPPED);
    }

    @Test
    void takesADeletedRecordForUnseenWhereRightsAskWhoMadeIt() {
        String json =
                STORES.get().apps().find(app("momo1").id()).orElseThrow().json().toString();
        AppDefinition app = town.installJson(
                json.replace("\"FIELD_ENTITY\",\"code\":\"nursery\"", "\"FIELD_ENTITY\",\"code\":\"作成者\""));
        long record = town.add("momo1", app, MOMO);
        worker.run();
        assertThat(sent).hasSize(1);
        town.service().deleteAll(town.person("sato"), app.id(), List.of(new Deletion(record, -1)));
        worker.run();

        assertThat(sent).hasSize(1);
    }

    @Test
    void sendsThatARecordHasAnotherStatus() {
        AppDefinition app = town.install("moving" + apps++, """
                "process": {"enable": true,
                  "states": {
                    "受付": {"name": "受付", "index": "0", "assignee": {"type": "ONE", "entities": []}},
                    "完了": {"name": "完了", "index": "1", "assignee": {"type": "ONE", "entities": []}}},
                  "actions": [{"name": "終える", "from": "受付", "to": "完了"}]},
                "webhooks": [{"name": "board", "url": "https://board.example.jp/in", "reader": "sato",
                  "events": ["UPDATE_RECORD", "UPDATE_STATUS"]}]""");
        long record = town.add("momo1", app, MOMO);
        town.records.process().act(town.person("momo1"), app.id(), new ProcessService.Step(record, "終える", null, -1));
        worker.run();

        assertThat(types())
                .containsExactly("UPDATE_STATUS https://mimamori.example.jp/apps/" + app.code() + "/" + record);
    }

    @Test
    void sendsNothingOfWhatWasBeforeItsTime() {
        AppDefinition app = town.install("later" + apps, "\"rules\": []");
        town.add("momo1", app, MOMO);
        worker.run();
        String json = STORES.get().apps().find(app.id()).orElseThrow().json().toString();
        town.installJson(json.replace("\"rules\":[]", """
                "webhooks":[{"name":"board","url":"https://x.example.jp/","events":["ADD_RECORD"],"reader":"sato"}]"""));
        worker.run();
        assertThat(sent).isEmpty();

        town.add("momo1", app, MOMO);
        worker.run();
        assertThat(sent).hasSize(1);
    }

    @Test
    void tellsOfDeliveriesAndMakesSecretsOnlyForWhoManagesTheApp() {
        AppDefinition app = app("sato");
        town.add("momo1", app, MOMO);
        worker.run();
        Webhooks webhooks = new Webhooks(
                town.records.apps(),
                STORES.get().deliveries(),
                STORES.get().webhookSecrets(),
                STORES.get().changes(),
                STORES.get().transactions(),
                CLOCK);

        assertThat(webhooks.log(town.person("sato"), app.id(), Long.MAX_VALUE, 10))
                .hasSize(1);
        String secret = webhooks.renewSecret(town.person("sato"), app.id(), "board");
        assertThat(STORES.get().webhookSecrets().of(app.id(), "board")).isEqualTo(secret);
        long newest = STORES.get().changes().last();
        assertThat(STORES.get().changes().after(newest - 1, 1)).singleElement().satisfies(change -> {
            assertThat(change.actor()).isEqualTo(EntityRef.user("sato"));
            assertThat(change.what())
                    .isEqualTo(new Change.What.Administered(
                            Change.Subject.WEBHOOK_SECRET, "board", Change.Deed.UPDATED, List.of()));
            assertThat(change.toString()).doesNotContain(secret);
        });
        assertThatThrownBy(() -> webhooks.log(town.person("momo1"), app.id(), Long.MAX_VALUE, 10))
                .isInstanceOf(PlatformException.class);
        assertThatThrownBy(() -> webhooks.renewSecret(town.person("momo1"), app.id(), "board"))
                .isInstanceOf(PlatformException.class);
        assertThatThrownBy(() -> webhooks.renewSecret(town.person("sato"), app.id(), "other"))
                .isInstanceOf(PlatformException.class);
    }
}
