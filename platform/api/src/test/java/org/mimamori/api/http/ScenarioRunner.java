package org.mimamori.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.regex.Pattern;
import org.mimamori.engine.change.Change;

/** Plays scenarios against a server and holds it to all that is expected. */
final class ScenarioRunner {

    private static final Pattern APP = Pattern.compile("\\{(child_register|att_daily|every_field)}");

    private final TestServer server;

    ScenarioRunner(TestServer server) {
        this.server = server;
    }

    TestClient.Answer play(ApiScenario scenario) {
        newChanges();
        TestClient client =
                scenario.user().isEmpty() ? server.client() : server.client().as(scenario.user());
        for (int i = 0; i < scenario.headers().size(); i += 2) {
            client = client.with(scenario.headers().get(i), scenario.headers().get(i + 1));
        }
        String path = inNumbers(scenario.path());
        TestClient.Answer answer = scenario.body().isEmpty()
                ? client.send(scenario.method(), path, BodyPublishers.noBody())
                : client.json(scenario.method(), path, inNumbers(scenario.body()));
        check(scenario, answer);
        return answer;
    }

    private void check(ApiScenario scenario, TestClient.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(scenario.status());
        assertThat(answer.header("Content-Type")).isEqualTo("application/json;charset=utf-8");
        assertThat(answer.json().isObject()).isTrue();
        scenario.contains().forEach(part -> assertThat(answer.text()).contains(part));
        scenario.lacks().forEach(part -> assertThat(answer.text()).doesNotContain(part));
        scenario.neverShown().forEach(part -> assertThat(answer.text()).doesNotContain(part));
        if (scenario.status() >= 400) {
            assertThat(answer.json().path("id").asString("")).matches("[A-Za-z0-9_-]{20}");
            assertThat(answer.header("X-Cybozu-Error"))
                    .isEqualTo(answer.json().path("code").asString());
        }
        assertThat(newChanges()).as("changes").hasSize(scenario.changes());
    }

    private List<Change> newChanges() {
        List<Change> changes = server.stores().changes().claim("scenarios", 1000);
        server.stores().changes().done("scenarios", changes);
        return changes;
    }

    private String inNumbers(String text) {
        return APP.matcher(text).replaceAll(match -> Long.toString(server.app(match.group(1))));
    }
}
