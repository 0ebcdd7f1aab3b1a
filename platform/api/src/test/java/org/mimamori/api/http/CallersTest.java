package org.mimamori.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimamori.api.http.ApiScenario.named;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What programs with tokens and pages with sessions may do, over the wire. */
class CallersTest {

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private static final String RECORDS = "/k/v1/records.json";

    private final String app = Long.toString(SERVER.app("child_register"));

    static List<ApiScenario> tokens() {
        String child =
                "{\"app\":{child_register},\"record\":{\"児童番号\":{\"value\":\"%s\"},\"児童氏名\":{\"value\":\"青木\"}}}";
        return List.of(
                token("all", "reads").get(RECORDS + "?app={child_register}").answers(200),
                token("all", "adds")
                        .call("POST", "/k/v1/record.json", child.formatted("T-1"))
                        .leaving(1),
                token("view", "reads").get(RECORDS + "?app={child_register}").answers(200),
                token("view", "reads the form")
                        .get("/k/v1/app/form/fields.json?app={child_register}")
                        .answers(200),
                token("view", "may not add")
                        .call("POST", "/k/v1/record.json", child.formatted("T-2"))
                        .answers(403, "\"code\":\"GAIA_NO01\""),
                token("view", "may not delete")
                        .call("DELETE", RECORDS, "{\"app\":{child_register},\"ids\":[1]}")
                        .answers(403, "\"code\":\"GAIA_NO01\""),
                token("view", "may not read the rights")
                        .get("/k/v1/app/acl.json?app={child_register}")
                        .answers(403, "\"code\":\"GAIA_NO01\""),
                token("add", "adds")
                        .call("POST", "/k/v1/record.json", child.formatted("T-3"))
                        .leaving(1),
                token("add", "reads the form")
                        .get("/k/v1/app/form/fields.json?app={child_register}")
                        .answers(200),
                token("add", "may not read")
                        .get(RECORDS + "?app={child_register}")
                        .answers(403, "\"code\":\"GAIA_NO01\""),
                token("all", "may not open another app")
                        .get(RECORDS + "?app={att_daily}")
                        .answers(403, "\"code\":\"GAIA_NO01\""),
                token("all", "may not list apps").get("/k/v1/apps.json").answers(403, "\"code\":\"GAIA_NO01\""),
                token("all", "may not ask for its rights")
                        .get("/k/v1/records/acl/evaluate.json?app={child_register}&ids=1")
                        .answers(403, "\"code\":\"GAIA_NO01\""),
                token("all", "may not install apps")
                        .call("POST", "/api/apps", "{}")
                        .answers(403, "\"code\":\"GAIA_NO01\""),
                token("unknown", "is nobody").get(RECORDS).answers(400, "\"code\":\"GAIA_IA02\""),
                token("view,view again", "are two of one app").get(RECORDS).answers(400, "\"code\":\"GAIA_DA03\""));
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void permitsWhatATokenAllows(ApiScenario scenario) {
        new ScenarioRunner(SERVER).play(scenario);
    }

    @Test
    void letsASessionReadAndMakesItShowItsTokenToWrite() {
        TestClient page = SERVER.client().session("coordinator");
        assertThat(page.get(RECORDS, "app", app).status()).isEqualTo(200);
        String body = "{\"app\":%s,\"record\":{\"児童番号\":{\"value\":\"P-1\"},\"児童氏名\":{\"value\":\"青木\"}}%s}";

        TestClient.Answer forged = page.json("POST", "/k/v1/record.json", body.formatted(app, ""));
        assertThat(forged.status()).isEqualTo(400);
        assertThat(forged.json().path("code").asString()).isEqualTo("CB_IL02");
        String token = ",\"__REQUEST_TOKEN__\":\"" + TestServer.REQUEST_TOKEN + "\"";
        TestClient.Answer added = page.json("POST", "/k/v1/record.json", body.formatted(app, token));
        assertThat(added.status()).as(added.text()).isEqualTo(200);
        String id = added.json().path("id").asString();
        assertThat(page.delete(RECORDS, "app", app, "ids[0]", id).status()).isEqualTo(400);
        assertThat(page.delete(RECORDS, "app", app, "ids[0]", id, "__REQUEST_TOKEN__", TestServer.REQUEST_TOKEN)
                        .text())
                .isEqualTo("{}");
    }

    @Test
    void tellsEveryCallerHowManyCallsAreUnderWay() {
        TestClient.Answer answer = SERVER.client().as("coordinator").get(RECORDS, "app", app);

        assertThat(answer.header("X-ConcurrencyLimit-Limit")).isEqualTo("100");
        assertThat(answer.header("X-ConcurrencyLimit-Running")).isEqualTo("1");
    }

    private static ApiScenario token(String token, String does) {
        return named("a token for \"" + token + "\" " + does).by("").header("X-Cybozu-API-Token", token);
    }
}
