package org.mimamori.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mimamori.api.ApiContext;
import tools.jackson.databind.JsonNode;

/** The list of kintone's calls and what each takes, as kintone tells it. */
class ApisCallsTest {

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private final TestClient nobody = SERVER.client();

    private JsonNode get(String path) {
        TestClient.Answer answer = nobody.get("/k/v1/" + path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void listsEveryCallOfKintonesThatIsServed() {
        JsonNode list = get("apis.json");

        assertThat(list.propertyNames()).containsExactly("baseUrl", "apis");
        assertThat(list.path("baseUrl").asString()).isEqualTo("http://localhost:" + SERVER.port() + "/k/v1/");
        assertThat(list.at("/apis/records~1get").toString()).isEqualTo("{\"link\":\"apis/records/get.json\"}");
        Set<String> served = SERVER.calls().stream()
                .filter(call -> call.contains(" /k/v1/") && call.endsWith(".json") && !call.contains("{"))
                .map(call -> call.split(" /k/v1/", 2))
                .map(call -> call[1].replace(".json", "/") + call[0].toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        assertThat(list.path("apis").propertyNames())
                .containsAll(served)
                .contains("app/get", "preview/app/form/fields/delete", "plugin/put", "preview/record/acl/put")
                .noneMatch(name -> name.contains("{"));
    }

    @Test
    void describesEveryCallOfTheListAndNoOther() throws IOException {
        Set<String> described;
        try (InputStream file = Objects.requireNonNull(ApiContext.class.getResourceAsStream("schema/calls.txt"))) {
            described = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf(' ')))
                    .collect(Collectors.toSet());
        }
        JsonNode apis = get("apis.json").path("apis");

        assertThat(apis.propertyNames()).containsExactlyInAnyOrderElementsOf(described);
        apis.forEach(api -> assertThat(get(api.path("link").asString()).propertyNames())
                .containsExactly("id", "baseUrl", "path", "httpMethod", "request", "response", "schemas"));
    }

    @Test
    void describesACall() {
        assertThat(get("apis/record/comment/delete.json")).isEqualTo(TestServer.json("""
                {"id": "record/comment/delete", "baseUrl": "http://localhost:%d/k/v1/", "path": "record/comment.json",
                 "httpMethod": "DELETE",
                 "request": {"type": "object", "required": ["app", "record", "comment"], "properties": {
                   "app": {"type": "integer"}, "record": {"type": "integer"}, "comment": {"type": "integer"}}},
                 "response": {"type": "object", "required": [], "properties": {}},
                 "schemas": {}}""".formatted(SERVER.port())));
    }

    @Test
    void whatIsRequiredIsIndeedRefusedWhenItIsMissing() {
        TestClient admin = SERVER.client().as("admin");
        JsonNode apis = get("apis.json").path("apis");
        apis.forEach(api -> {
            JsonNode call = get(api.path("link").asString());
            JsonNode required = call.at("/request/required");
            if (required.isEmpty() || call.path("path").asString().equals("file.json")) {
                return;
            }
            TestClient.Answer answer = admin.json(
                    call.path("httpMethod").asString(),
                    "/k/v1/" + call.path("path").asString(),
                    "{}");
            assertThat(answer.json().path("code").asString())
                    .as(call.path("id").asString() + answer.text())
                    .isEqualTo("CB_VA01");
        });
    }

    @Test
    void knowsNoOtherCall() {
        for (String path : new String[] {"apis/nothing/get.json", "apis/records/patch.json"}) {
            TestClient.Answer answer = nobody.get("/k/v1/" + path);
            assertThat(answer.status()).as(answer.text()).isEqualTo(404);
        }
        assertThat(nobody.get("/k/v1/apis/records/get").status()).isEqualTo(401);
        assertThat(nobody.get("/k/v1/apis/../records.json").status()).isEqualTo(401);
        assertThat(nobody.get("/k/v1/records.json/../apis.json").status()).isNotEqualTo(200);
    }
}
