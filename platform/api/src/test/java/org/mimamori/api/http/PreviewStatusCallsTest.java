package org.mimamori.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** The process of an app, edited and deployed as kintone's clients do it. */
class PreviewStatusCallsTest {

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private static final String PREVIEW = "/k/v1/preview/app/status.json";
    private static final String LIVE = "/k/v1/app/status.json";

    private final TestClient admin = SERVER.client().as("admin");
    private String app = "";

    @BeforeEach
    void aNewApp() {
        app = admin.json("POST", "/k/v1/preview/app.json", "{\"name\":\"cases\"}")
                .json()
                .path("app")
                .asString();
    }

    @Test
    void startsWithoutAProcessAndOffersThreeStatusesToWhoSwitchesItOn() {
        assertThat(settings(PREVIEW).toString())
                .isEqualTo("{\"enable\":false,\"states\":null,\"actions\":null,\"revision\":\"2\"}");

        assertThat(change("\"enable\":true").text()).isEqualTo("{\"revision\":\"3\"}");

        JsonNode settings = settings(PREVIEW);
        assertThat(settings.path("states").propertyNames()).containsExactly("Not started", "In progress", "Completed");
        assertThat(settings.at("/actions/0/name").asString()).isEqualTo("Start");
        deploy();
        assertThat(settings(LIVE).path("enable").asBoolean()).isTrue();
    }

    @Test
    void replacesStatusesAndActions() {
        change("""
                "enable":"true","states":{"New":{"name":"New","index":0,"assignee":{"type":"ONE","entities":[]}},
                 "Done":{"name":"Done","index":1,"assignee":{"type":"ANY","entities":[{"entity":{"type":"USER","code":"sato"},"includeSubs":false}]}}},
                 "actions":[{"name":"Finish","from":"New","to":"Done","filterCond":""}],"revision":"2\"""");
        change("\"actions\":[]");

        JsonNode settings = settings(PREVIEW);
        assertThat(settings.path("states").propertyNames()).containsExactly("New", "Done");
        assertThat(settings.at("/states/Done/assignee").toString())
                .isEqualTo("{\"type\":\"ANY\",\"entities\":[{\"entity\":{\"type\":\"USER\",\"code\":\"sato\"},"
                        + "\"includeSubs\":false}]}");
        assertThat(settings.path("actions").isEmpty()).isTrue();
    }

    @Test
    void takesRecordsAndActionsAlongWhenAStatusIsRenamedEvenTwice() {
        change("\"enable\":true");
        deploy();
        String record = admin.json("POST", "/k/v1/record.json", "{\"app\":" + app + ",\"record\":{}}")
                .json()
                .path("id")
                .asString();

        rename("Not started", "Waiting");
        rename("Waiting", "New");
        assertThat(settings(PREVIEW).at("/actions/0/from").asString()).isEqualTo("New");
        deploy();

        assertThat(admin.get("/k/v1/record.json", "app", app, "id", record)
                        .json()
                        .at("/record/Status/value")
                        .asString())
                .isEqualTo("New");
        rename("New", "Fresh");
        deploy();
        assertThat(admin.get("/k/v1/records.json", "app", app, "query", "Status = \"Fresh\"")
                        .json()
                        .at("/records/0/$id/value")
                        .asString())
                .isEqualTo(record);
    }

    @Test
    void refusesToDeployWithoutAStatusInWhichARecordStands() {
        change("\"enable\":true");
        deploy();
        admin.json("POST", "/k/v1/record.json", "{\"app\":" + app + ",\"record\":{}}");
        change("""
                "states":{"Other":{"name":"Other","index":"0"}},"actions":[]""");

        TestClient.Answer refused =
                admin.json("POST", "/k/v1/preview/app/deploy.json", "{\"apps\":[{\"app\":" + app + "}]}");

        assertThat(refused.json().path("code").asString()).isEqualTo("CB_VA01");
        assertThat(refused.text()).contains("Not started");
        assertThat(settings(LIVE).path("states").propertyNames()).contains("Not started");
    }

    @Test
    void namesTheSettingThatIsWrong() {
        TestClient.Answer answer = change("""
                "enable":true,"states":{"A":{"name":"A","index":"0"}},
                 "actions":[{"name":"go","from":"A","to":"nowhere","filterCond":""}]""");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").propertyNames()).containsExactly("actions[0].to");
        assertThat(settings(PREVIEW).path("enable").asBoolean()).isFalse();
    }

    @Test
    void isForWhoManagesTheApp() {
        long referral = SERVER.install("referral.json");
        String body = "{\"app\":" + referral + ",\"enable\":false}";

        assertThat(SERVER.client()
                        .as("nursery01")
                        .json("PUT", PREVIEW, body)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("CB_NO02");
        assertThat(SERVER.client()
                        .as("nursery02")
                        .json("PUT", PREVIEW, body)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("GAIA_AP01");
        assertThat(SERVER.client()
                        .as("coordinator")
                        .json("PUT", PREVIEW, "{\"app\":" + referral + ",\"enable\":true,\"revision\":\"9\"}")
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("GAIA_CO03");
    }

    private void rename(String from, String to) {
        JsonNode states = settings(PREVIEW).path("states");
        ((tools.jackson.databind.node.ObjectNode) states.path(from)).put("name", to);
        change("\"states\":" + states);
    }

    private TestClient.Answer change(String parts) {
        return admin.json("PUT", PREVIEW, "{\"app\":" + app + "," + parts + "}");
    }

    private JsonNode settings(String path) {
        return admin.get(path, "app", app).json();
    }

    private void deploy() {
        assertThat(admin.json("POST", "/k/v1/preview/app/deploy.json", "{\"apps\":[{\"app\":" + app + "}]}")
                        .text())
                .isEqualTo("{}");
    }
}
