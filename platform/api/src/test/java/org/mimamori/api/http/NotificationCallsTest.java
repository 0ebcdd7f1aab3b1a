package org.mimamori.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.app.Webhook;
import org.mimamori.engine.webhook.Delivery;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Notifications and webhooks of an app, for who manages it. */
class NotificationCallsTest {

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private static final String PATH = "/k/v1/app/notifications/";

    private final TestClient coordinator = SERVER.client().as("coordinator");
    private final TestClient worker = SERVER.client().as("nursery01");
    private final String app = Long.toString(SERVER.app("told"));
    private final String register = Long.toString(SERVER.app("child_register"));

    @BeforeAll
    static void installAnAppThatTellsPeople() {
        ObjectNode definition = TestServer.resource("att_daily.json").put("code", "told");
        definition.set("notifications", new JsonMapper().readTree("""
                {
                  "general": {"notifications": [
                    {"entity": {"type": "FIELD_ENTITY", "code": "作成者"}, "commentAdded": true, "statusChanged": true},
                    {"entity": {"type": "ORGANIZATION", "code": "office"}, "includeSubs": true, "recordAdded": true,
                     "recordEdited": true, "fileImported": true}], "notifyToCommenter": true},
                  "perRecord": {"notifications": [
                    {"filterCond": "日付 = TODAY()", "title": "今日の記録", "targets": [
                      {"entity": {"type": "GROUP", "code": "coordinators"}}]}]},
                  "reminder": {"notifications": [
                    {"timing": {"code": "日付", "daysLater": -1, "time": "09:00"}, "filterCond": "", "title": "明日です",
                     "targets": [{"entity": {"type": "USER", "code": "sato"}}]},
                    {"timing": {"code": "更新日時", "daysLater": "3", "hoursLater": "-2"}, "title": "今日の記録",
                     "targets": [{"entity": {"type": "USER", "code": "sato"}}]}]}
                }"""));
        definition.set("webhooks", new JsonMapper().readTree("""
                [{"name": "board", "url": "https://board.example.jp/", "events": ["ADD_RECORD"], "reader": "admin"}]"""));
        ObjectNode english = definition.withObject("translations").withObject("en");
        english.set("notifications", new JsonMapper().createObjectNode().put("今日の記録", "Record of today"));
        TestClient.Answer installed = SERVER.client().as("admin").json("POST", "/api/apps", definition.toString());
        assertThat(installed.status()).as(installed.text()).isEqualTo(200);
    }

    @Test
    void tellsOfGeneralNotifications() {
        JsonNode answer = coordinator.get(PATH + "general.json", "app", app).json();

        assertThat(answer.toString())
                .isEqualTo("{\"notifications\":["
                        + "{\"entity\":{\"type\":\"FIELD_ENTITY\",\"code\":\"作成者\"},\"includeSubs\":false,"
                        + "\"recordAdded\":false,\"recordEdited\":false,\"commentAdded\":true,"
                        + "\"statusChanged\":true,\"fileImported\":false},"
                        + "{\"entity\":{\"type\":\"ORGANIZATION\",\"code\":\"office\"},\"includeSubs\":true,"
                        + "\"recordAdded\":true,\"recordEdited\":true,\"commentAdded\":false,"
                        + "\"statusChanged\":false,\"fileImported\":true}],"
                        + "\"notifyToCommenter\":true,\"revision\":\"1\"}");
    }

    @Test
    void tellsOfPerRecordNotificationsInTheLanguageAskedFor() {
        JsonNode answer = coordinator.get(PATH + "perRecord.json", "app", app).json();

        assertThat(answer.toString())
                .isEqualTo("{\"notifications\":[{\"filterCond\":\"日付 = TODAY()\",\"title\":\"今日の記録\","
                        + "\"targets\":[{\"entity\":{\"type\":\"GROUP\",\"code\":\"coordinators\"},"
                        + "\"includeSubs\":false}]}],\"revision\":\"1\"}");
        assertThat(coordinator
                        .get(PATH + "perRecord.json", "app", app, "lang", "en")
                        .json()
                        .at("/notifications/0/title")
                        .asString())
                .isEqualTo("Record of today");
    }

    @Test
    void tellsOfReminders() {
        JsonNode answer = coordinator.get(PATH + "reminder.json", "app", app).json();

        assertThat(answer.propertyNames()).containsExactly("notifications", "timezone", "revision");
        assertThat(answer.path("timezone").asString()).isEqualTo("Asia/Tokyo");
        assertThat(answer.at("/notifications/0").toString())
                .isEqualTo("{\"timing\":{\"code\":\"日付\",\"daysLater\":\"-1\",\"time\":\"09:00\"},"
                        + "\"filterCond\":\"\",\"title\":\"明日です\",\"targets\":[{\"entity\":{\"type\":\"USER\","
                        + "\"code\":\"sato\"},\"includeSubs\":false}]}");
        assertThat(answer.at("/notifications/1/timing").toString())
                .isEqualTo("{\"code\":\"更新日時\",\"daysLater\":\"3\",\"hoursLater\":\"-2\"}");
        assertThat(coordinator
                        .get(PATH + "reminder.json", "app", app, "lang", "en")
                        .json()
                        .at("/notifications/1/title")
                        .asString())
                .isEqualTo("Record of today");
    }

    @Test
    void tellsOfAnAppThatTellsNobody() {
        assertThat(coordinator.get(PATH + "general.json", "app", register).text())
                .isEqualTo("{\"notifications\":[],\"notifyToCommenter\":false,\"revision\":\"1\"}");
        assertThat(coordinator.get(PATH + "perRecord.json", "app", register).text())
                .isEqualTo("{\"notifications\":[],\"revision\":\"1\"}");
        assertThat(coordinator.get(PATH + "reminder.json", "app", register).text())
                .isEqualTo("{\"notifications\":[],\"timezone\":\"Asia/Tokyo\",\"revision\":\"1\"}");
    }

    @Test
    void refusesWithKintonesCodes() {
        for (String kind : List.of("general", "perRecord", "reminder")) {
            String path = PATH + kind + ".json";
            TestClient.Answer denied = worker.get(path, "app", register);
            assertThat(denied.status()).as(kind).isEqualTo(403);
            assertThat(denied.json().path("code").asString()).as(kind).isEqualTo("CB_NO02");
            TestClient.Answer missing = coordinator.get(path, "app", "99999");
            assertThat(missing.status()).as(kind).isEqualTo(404);
            assertThat(missing.json().path("code").asString()).as(kind).isEqualTo("GAIA_AP01");
            TestClient.Answer hidden = worker.get(path, "app", Long.toString(SERVER.app("att_daily")));
            assertThat(hidden.json().path("code").asString()).as(kind).isEqualTo("GAIA_AP01");
            TestClient.Answer without = coordinator.get(path);
            assertThat(without.status()).as(kind).isEqualTo(400);
            assertThat(without.json().path("code").asString()).as(kind).isEqualTo("CB_VA01");
            assertThat(without.json().path("errors").propertyNames()).as(kind).containsExactly("app");
        }
        assertThat(coordinator
                        .get(PATH + "perRecord.json", "app", app, "lang", "fr")
                        .json()
                        .path("errors")
                        .propertyNames())
                .containsExactly("lang");
    }

    @Test
    void makesASecretForWhoManagesTheApp() {
        TestClient.Answer made = coordinator.json("POST", "/api/apps/told/webhooks/board/secret.json", "{}");

        assertThat(made.status()).isEqualTo(200);
        String secret = made.json().path("secret").asString();
        assertThat(secret).matches("[0-9a-f]{64}");
        assertThat(SERVER.stores().webhookSecrets().of(new AppId(SERVER.app("told")), "board"))
                .isEqualTo(secret);
        TestClient.Answer unknown = coordinator.json("POST", "/api/apps/told/webhooks/other/secret.json", "{}");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.json().at("/errors/webhook/messages/0").asString())
                .isEqualTo("The app has no webhook named \"other\".");
        assertThat(SERVER.client()
                        .as("nursery01")
                        .json("POST", "/api/apps/child_register/webhooks/board/secret.json", "{}")
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("CB_NO02");
    }

    @Test
    void tellsOfDeliveriesWithoutAWordOfRecords() {
        Instant at = Instant.parse("2026-05-15T01:30:00.123Z");
        SERVER.stores()
                .deliveries()
                .add(List.of(new Delivery(
                        "a-b-c",
                        new AppId(SERVER.app("told")),
                        "board",
                        77,
                        Webhook.Event.ADD_RECORD,
                        at,
                        Delivery.State.WAITING,
                        1,
                        at.plusSeconds(30),
                        at.plusSeconds(1),
                        503,
                        "")));

        assertThat(coordinator.get("/api/apps/told/webhooks/deliveries.json").text())
                .isEqualTo("{\"deliveries\":[{\"id\":\"a-b-c\",\"number\":\"77\",\"webhook\":\"board\","
                        + "\"type\":\"ADD_RECORD\",\"at\":\"2026-05-15T01:30:00Z\",\"state\":\"WAITING\","
                        + "\"attempts\":\"1\",\"lastAttemptAt\":\"2026-05-15T01:30:01Z\","
                        + "\"nextAttemptAt\":\"2026-05-15T01:30:30Z\",\"status\":\"503\",\"error\":\"\"}]}");
        assertThat(coordinator
                        .get("/api/apps/told/webhooks/deliveries.json", "before", "77")
                        .text())
                .isEqualTo("{\"deliveries\":[]}");
        assertThat(coordinator
                        .get("/api/apps/told/webhooks/deliveries.json", "limit", "101")
                        .json()
                        .path("errors")
                        .propertyNames())
                .containsExactly("limit");
        assertThat(worker.get("/api/apps/child_register/webhooks/deliveries.json")
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("CB_NO02");
    }
}
