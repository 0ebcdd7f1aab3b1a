package org.mimamori.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Our own endpoints. */
class DefinitionCallsTest {

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private final TestClient admin = SERVER.client().as("admin");

    @Test
    void installsAnAppFromItsDefinition() {
        ObjectNode definition =
                TestServer.resource("att_daily.json").put("code", "home_visit").put("name", "家庭訪問");

        TestClient.Answer installed = admin.json("POST", "/api/apps", definition.toString());

        assertThat(installed.status()).as(installed.text()).isEqualTo(200);
        assertThat(installed.json().path("code").asString()).isEqualTo("home_visit");
        assertThat(installed.json().path("revision").asString()).isEqualTo("1");
        String app = installed.json().path("app").asString();
        TestClient coordinator = SERVER.client().as("coordinator");
        assertThat(coordinator
                        .get("/k/v1/app.json", "id", app)
                        .json()
                        .path("name")
                        .asString())
                .isEqualTo("家庭訪問");
        assertThat(coordinator
                        .json(
                                "POST",
                                "/k/v1/record.json",
                                "{\"app\":%s,\"record\":{\"児童氏名\":{\"value\":\"青木\"}}}".formatted(app))
                        .status())
                .isEqualTo(200);

        JsonNode renamed = admin.json(
                        "POST", "/api/apps", definition.put("name", "訪問").toString())
                .json();
        assertThat(renamed.path("app").asString()).isEqualTo(app);
        assertThat(renamed.path("revision").asString()).isEqualTo("2");
    }

    @Test
    void saysWhereADefinitionIsBrokenAndWhy() {
        ObjectNode definition = TestServer.resource("att_daily.json").put("code", "broken");
        ((ObjectNode) definition.at("/fields/日付")).put("label", "");
        ((ObjectNode) definition.at("/fields/児童氏名")).put("maxLength", "many");

        TestClient.Answer refused = admin.json("POST", "/api/apps", definition.toString());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("code").asString()).isEqualTo("CB_VA01");
        assertThat(refused.json().path("errors").propertyNames())
                .as(refused.text())
                .containsExactlyInAnyOrder("/fields/日付/label", "/fields/児童氏名/maxLength");
        assertThat(SERVER.client()
                        .as("coordinator")
                        .get("/k/v1/apps.json", "codes", "broken")
                        .json()
                        .path("apps")
                        .size())
                .isZero();
    }

    @Test
    void letsOnlyAdministratorsInstall() {
        TestClient.Answer denied = SERVER.client().as("coordinator").json("POST", "/api/apps", "{}");

        assertThat(denied.status()).isEqualTo(403);
        assertThat(denied.json().path("code").asString()).isEqualTo("CB_NO02");
    }

    @Test
    void publishesTheSchemaOfAnAppsRecords() {
        JsonNode schema = SERVER.client()
                .as("coordinator")
                .get("/api/apps/child_register/schema.json")
                .json();

        assertThat(schema.path("$schema").asString()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.path("properties").propertyNames()).contains("児童番号", "機微", "$id");
        assertThat(SERVER.client()
                        .as("coordinator")
                        .get("/api/apps/nothing/schema.json")
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("GAIA_AP01");
    }

    @Test
    void advisesThoseWhoManageAnAppAboutQueriesThatNoIndexServes() {
        JsonNode advice = admin.get("/api/apps/child_register/advice.json").json();

        assertThat(advice.toString())
                .isEqualTo("{\"advice\":[{\"filter\":[{\"field\":\"児童番号\",\"operator\":\"not in\"}],"
                        + "\"sort\":[{\"field\":\"児童氏名\",\"order\":\"desc\"}],\"times\":3,\"slowestMillis\":120,"
                        + "\"examined\":40000,\"found\":7,\"last\":\"2026-04-01T00:00:00Z\"}]}");
        assertThat(admin.get("/api/apps/att_daily/advice.json").text()).isEqualTo("{\"advice\":[]}");
        assertThat(SERVER.client()
                        .as("nursery01")
                        .get("/api/apps/child_register/advice.json")
                        .status())
                .isEqualTo(403);
        assertThat(admin.get("/api/apps/nothing/advice.json").status()).isEqualTo(404);
    }

    @Test
    void describesEveryEndpointOfOursAndNoOther() {
        TestClient coordinator = SERVER.client().as("coordinator");
        String report = coordinator
                .get("/k/v1/app/reports.json", "app", Long.toString(SERVER.app("child_register")))
                .json()
                .at("/reports/区分ごと/id")
                .asString();
        JsonNode described = SERVER.client().get("/api/openapi.json").json();

        assertThat(described.path("openapi").asString()).isEqualTo("3.1.0");
        described
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().propertyNames().forEach(method -> {
                    String concrete = path.getKey()
                            .replace("{code}", "child_register")
                            .replace("{id}", path.getKey().contains("/reports/") ? report : "1")
                            .replace("{name}", "board");
                    TestClient.Answer answer = method.equals("get")
                            ? (concrete.contains(report) ? coordinator : admin).get(concrete)
                            : admin.json(method.toUpperCase(java.util.Locale.ROOT), concrete, "{}");
                    assertThat(answer.status()).as(method + " " + path.getKey()).isNotIn(405, 500);
                    // What the number names may not exist; the path must.
                    assertThat(answer.text()).as(method + " " + path.getKey()).doesNotContain("\"CB_IL02\"");
                }));
        assertThat(described.path("paths").propertyNames()).containsExactlyInAnyOrderElementsOf(SERVER.ownPaths());
    }
}
