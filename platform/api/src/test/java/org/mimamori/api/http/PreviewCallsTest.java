package org.mimamori.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** The life of an app's settings: made, deployed, reverted. */
class PreviewCallsTest {

    private static final String APP = "/k/v1/preview/app.json";
    private static final String DEPLOY = "/k/v1/preview/app/deploy.json";

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private final TestClient admin = SERVER.client().as("admin");
    private final TestClient visitor = SERVER.client().as("visitor");

    private String make(String name) {
        TestClient.Answer made = admin.json("POST", APP, "{\"name\":\"" + name + "\"}");
        assertThat(made.text()).matches("\\{\"app\":\"[0-9]+\",\"revision\":\"2\"}");
        return made.json().path("app").asString();
    }

    private TestClient.Answer deploy(String app, String more) {
        return admin.json("POST", DEPLOY, "{\"apps\":[{\"app\":" + app + more + "}]}");
    }

    @Test
    void makesAnAppThatNobodySeesUntilItIsDeployed() {
        String app = make("見守り");
        assertThat(admin.get("/k/v1/app.json", "id", app).status()).isEqualTo(404);
        assertThat(admin.get(DEPLOY, "apps[0]", app).json().toString())
                .isEqualTo("{\"apps\":[{\"app\":\"" + app + "\",\"status\":\"SUCCESS\"}]}");

        assertThat(deploy(app, "").text()).isEqualTo("{}");

        JsonNode live = admin.get("/k/v1/app.json", "id", app).json();
        assertThat(live.path("name").asString()).isEqualTo("見守り");
        assertThat(live.path("code").asString()).isEmpty();
        assertThat(visitor.get("/k/v1/app.json", "id", app).status()).isEqualTo(404);
        assertThat(admin.get("/k/v1/app/settings.json", "app", app)
                        .json()
                        .path("revision")
                        .asString())
                .isEqualTo("2");
    }

    @Test
    void numbersRecordsOfAnAppWithoutACodePlainly() {
        String app = make("plain");
        deploy(app, "");
        String id = admin.json("POST", "/k/v1/record.json", "{\"app\":" + app + ",\"record\":{}}")
                .json()
                .path("id")
                .asString();

        JsonNode record =
                admin.get("/k/v1/record.json", "app", app, "id", id).json().path("record");

        assertThat(record.path("Record_number").path("value").asString()).isEqualTo(id);
    }

    @Test
    void refusesANameThatIsNone() {
        assertThat(admin.json("POST", APP, "{}").text()).contains("CB_VA01", "\"name\"", "Required field.");
        assertThat(admin.json("POST", APP, "{\"name\":\" \"}").status()).isEqualTo(400);
        assertThat(admin.json("POST", APP, "{\"name\":\"" + "n".repeat(65) + "\"}")
                        .text())
                .contains("Enter less than 65 characters.");
    }

    @Test
    void letsOnlyThoseMakeAppsWhoMay() {
        assertThat(visitor.json("POST", APP, "{\"name\":\"x\"}").text()).contains("CB_NO02");
        assertThat(SERVER.client()
                        .token("all")
                        .json("POST", APP, "{\"name\":\"x\"}")
                        .text())
                .contains("GAIA_NO01");
    }

    @Test
    void deploysOnlyTheRevisionTheCallerHasRead() {
        String app = make("revision");

        TestClient.Answer stale = deploy(app, ",\"revision\":1");

        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.text()).contains("GAIA_CO03");
        assertThat(admin.get("/k/v1/app.json", "id", app).status()).isEqualTo(404);
        assertThat(deploy(app, ",\"revision\":\"2\"").status()).isEqualTo(200);
    }

    @Test
    void forgetsAnAppThatIsRevertedBeforeItWasLive() {
        String app = make("never");

        assertThat(admin.json("POST", DEPLOY, "{\"apps\":[{\"app\":" + app + "}],\"revert\":true}")
                        .text())
                .isEqualTo("{}");

        assertThat(deploy(app, "").text()).contains("GAIA_AP01");
    }

    @Test
    void showsThePreviewOnlyToWhoManagesTheApp() {
        String register = Long.toString(SERVER.app("child_register"));

        assertThat(visitor.get(DEPLOY, "apps[0]", register).text()).contains("GAIA_AP01");
        assertThat(SERVER.client()
                        .as("nursery01")
                        .get(DEPLOY, "apps[0]", register)
                        .text())
                .contains("CB_NO02");
    }

    @Test
    void wantsApps() {
        assertThat(admin.json("POST", DEPLOY, "{\"apps\":[]}").text()).contains("CB_VA01", "\"apps\"");
        assertThat(admin.get(DEPLOY).text()).contains("CB_VA01", "\"apps\"");
    }
}
