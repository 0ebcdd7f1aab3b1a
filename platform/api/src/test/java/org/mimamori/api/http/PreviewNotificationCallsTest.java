package org.mimamori.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Notifications of an app as they are edited. */
class PreviewNotificationCallsTest {

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private static final String PREVIEW = "/k/v1/preview/app/notifications/";
    private static final String LIVE = "/k/v1/app/notifications/";
    private static final String SATO =
            "\"targets\":[{\"entity\":{\"type\":\"USER\",\"code\":\"sato\"},\"includeSubs\":false}]";

    private static int apps;
    private final TestClient coordinator = SERVER.client().as("coordinator");
    private String app = "";

    @BeforeAll
    static void started() {
        assertThat(SERVER.port()).isPositive();
    }

    @BeforeEach
    void anAppToEdit() {
        String code = "edited" + apps++;
        ObjectNode definition = TestServer.resource("att_daily.json").put("code", code);
        definition
                .withObject("translations")
                .withObject("en")
                .set("notifications", new JsonMapper().createObjectNode().put("記録です", "A record"));
        definition.set("notifications", new JsonMapper().readTree("""
                {"general": {"notifications": [
                  {"entity": {"type": "USER", "code": "suzuki"}, "recordAdded": true}], "notifyToCommenter": true},
                 "perRecord": {"notifications": [{"filterCond": "日付 = TODAY()", "title": "記録です", %s}]}}""".formatted(SATO)));
        TestClient.Answer installed = SERVER.client().as("admin").json("POST", "/api/apps", definition.toString());
        assertThat(installed.status()).as(installed.text()).isEqualTo(200);
        app = installed.json().path("app").asString();
    }

    private TestClient.Answer put(String kind, String parameters) {
        return coordinator.json("PUT", PREVIEW + kind + ".json", "{\"app\":" + app + parameters + "}");
    }

    private JsonNode preview(String kind) {
        return coordinator.get(PREVIEW + kind + ".json", "app", app).json();
    }

    private void deploy() {
        TestClient.Answer answer =
                coordinator.json("POST", "/k/v1/preview/app/deploy.json", "{\"apps\":[{\"app\":" + app + "}]}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    @Test
    void replacesGeneralNotificationsAndMakesThemLive() {
        TestClient.Answer changed = put("general", """
                ,"notifications":[{"entity":{"type":"GROUP","code":"coordinators"},"recordEdited":true}],
                "notifyToCommenter":"false","revision":"1"
                """);

        assertThat(changed.text()).isEqualTo("{\"revision\":\"2\"}");
        JsonNode edited = preview("general");
        assertThat(edited.path("notifications").size()).isEqualTo(1);
        assertThat(edited.at("/notifications/0/entity/code").asString()).isEqualTo("coordinators");
        assertThat(edited.at("/notifications/0/recordEdited").asBoolean()).isTrue();
        assertThat(edited.path("notifyToCommenter").asBoolean()).isFalse();
        assertThat(coordinator
                        .get(LIVE + "general.json", "app", app)
                        .json()
                        .at("/notifications/0/entity/code")
                        .asString())
                .isEqualTo("suzuki");
        deploy();
        assertThat(coordinator
                        .get(LIVE + "general.json", "app", app)
                        .json()
                        .at("/notifications/0/entity/code")
                        .asString())
                .isEqualTo("coordinators");
    }

    @Test
    void leavesWhatIsNotGivenAndDeletesAllForAnEmptyList() {
        put("general", ",\"notifyToCommenter\":false");
        assertThat(preview("general").path("notifications").size()).isEqualTo(1);
        assertThat(preview("general").path("notifyToCommenter").asBoolean()).isFalse();

        put("general", ",\"notifications\":[]");
        assertThat(preview("general").path("notifications").size()).isZero();
        put("reminder", ",\"timezone\":\"Europe/Berlin\"");
        assertThat(preview("reminder").toString())
                .isEqualTo("{\"notifications\":[],\"timezone\":\"Europe/Berlin\",\"revision\":\"4\"}");
        put("perRecord", "");
        assertThat(preview("perRecord").path("notifications").size()).isEqualTo(1);
    }

    @Test
    void forgetsTheTranslationOfATitleThatIsGone() {
        TestClient.Answer changed =
                put("perRecord", ",\"notifications\":[{\"filterCond\":\"\",\"title\":\"別の件\"," + SATO + "}]");

        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(coordinator
                        .get(PREVIEW + "perRecord.json", "app", app, "lang", "en")
                        .json()
                        .at("/notifications/0/title")
                        .asString())
                .isEqualTo("別の件");
        deploy();
    }

    @Test
    void takesBackWhatItAnswers() {
        put("reminder", """
                ,"notifications":[{"timing":{"code":"日付","daysLater":"-1","time":"09:00"},"filterCond":"","title":"明日です",
                 %s},{"timing":{"code":"更新日時","daysLater":"3","hoursLater":"-2"},"filterCond":"","title":"三日前です",%s}]""".formatted(SATO, SATO));
        for (String kind : List.of("general", "perRecord", "reminder")) {
            ObjectNode answered = (ObjectNode) preview(kind);
            String revision = answered.path("revision").asString();
            answered.remove("revision");
            TestClient.Answer again =
                    put(kind, "," + answered.toString().substring(1).replaceFirst("}$", ""));
            assertThat(again.status()).as(again.text()).isEqualTo(200);
            ObjectNode after = (ObjectNode) preview(kind);
            assertThat(after.remove("revision").asString()).isNotEqualTo(revision);
            assertThat(after).as(kind).isEqualTo(answered);
        }
    }

    @Test
    void saysWhereASettingIsWrongAndKeepsWhatIsThere() {
        TestClient.Answer field =
                put("perRecord", ",\"notifications\":[{\"filterCond\":\"欠席 = 1\",\"title\":\"x\"," + SATO + "}]");
        assertThat(field.status()).isEqualTo(400);
        assertThat(field.json().path("code").asString()).isEqualTo("CB_VA01");
        assertThat(field.json().path("errors").propertyNames())
                .as(field.text())
                .containsExactly("notifications[0].filterCond");
        TestClient.Answer time = put("reminder", """
                ,"notifications":[{"timing":{"code":"日付","daysLater":"-1","time":"09:05"},"title":"x",%s}]""".formatted(SATO));
        assertThat(time.json().path("errors").propertyNames())
                .as(time.text())
                .containsExactly("notifications[0].timing.time");
        TestClient.Answer zone = put("reminder", ",\"timezone\":\"Asia/Edo\"");
        assertThat(zone.json().path("errors").propertyNames()).as(zone.text()).containsExactly("timezone");
        TestClient.Answer object = put("general", ",\"notifications\":{}");
        assertThat(object.json().path("code").asString()).isEqualTo("CB_IJ01");

        assertThat(preview("perRecord").path("revision").asString()).isEqualTo("1");
    }

    @Test
    void refusesWithKintonesCodes() {
        TestClient.Answer stale = put("general", ",\"notifications\":[],\"revision\":\"7\"");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.json().path("code").asString()).isEqualTo("GAIA_CO03");
        TestClient worker = SERVER.client().as("nursery01");
        String register = Long.toString(SERVER.app("child_register"));
        for (String kind : List.of("general", "perRecord", "reminder")) {
            String path = PREVIEW + kind + ".json";
            TestClient.Answer denied = worker.json("PUT", path, "{\"app\":" + register + "}");
            assertThat(denied.status()).as(kind).isEqualTo(403);
            assertThat(denied.json().path("code").asString()).as(kind).isEqualTo("CB_NO02");
            assertThat(worker.get(path, "app", register).json().path("code").asString())
                    .as(kind)
                    .isEqualTo("CB_NO02");
            assertThat(coordinator
                            .json("PUT", path, "{\"app\":99999}")
                            .json()
                            .path("code")
                            .asString())
                    .as(kind)
                    .isEqualTo("GAIA_AP01");
            assertThat(coordinator.json("PUT", path, "{}").json().path("errors").propertyNames())
                    .as(kind)
                    .containsExactly("app");
        }
    }
}
