package org.mimamori.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Reports and actions as those who manage an app edit them. */
class PreviewPartsTest {

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private static final String REPORTS = "/k/v1/preview/app/reports.json";
    private static final String ACTIONS = "/k/v1/preview/app/actions.json";

    private final TestClient coordinator = SERVER.client().as("coordinator");
    private final TestClient worker = SERVER.client().as("nursery01");
    private final String register = Long.toString(SERVER.app("child_register"));

    private TestClient.Answer put(String path, String part, String json) {
        return coordinator.json("PUT", path, "{\"app\": %s, \"%s\": %s}".formatted(register, part, json));
    }

    private JsonNode preview(String path) {
        return coordinator.get(path, "app", register).json();
    }

    @Test
    void replacesReportsAndKeepsTheNumbersOfThoseThatStay() {
        JsonNode before = preview(REPORTS).path("reports");
        String kept = before.at("/学年/id").asString();

        TestClient.Answer changed = put(REPORTS, "reports", """
                {"学年": {"name": "年齢ごと", "index": "0", "chartType": "BAR"},
                 "所属": {"index": "1", "name": "所属", "chartType": "PIVOT_TABLE", "groups": [{"code": "所属"}, {"code": "生年月日", "per": "QUARTER"}],
                   "aggregations": [{"type": "COUNT"}], "filterCond": "", "sorts": [{"by": "GROUP1", "order": "DESC"}]}}
                """);

        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.json().propertyNames()).containsExactly("reports", "revision");
        assertThat(changed.json().path("reports").propertyNames()).containsExactly("年齢ごと", "所属");
        assertThat(changed.json().at("/reports/年齢ごと").toString()).isEqualTo("{\"id\":\"" + kept + "\"}");
        JsonNode after = preview(REPORTS).path("reports");
        assertThat(after.propertyNames()).as("what is not listed is gone").containsExactly("年齢ごと", "所属");
        assertThat(after.at("/年齢ごと/groups/0/code").asString())
                .as("what is not sent stays")
                .isEqualTo("学年");
        assertThat(after.at("/年齢ごと/chartMode").asString()).isEqualTo("NORMAL");
        assertThat(coordinator
                        .get(REPORTS, "app", register, "lang", "en")
                        .json()
                        .at("/reports/Grades/name")
                        .asString())
                .as("translations go with the name")
                .isEqualTo("Grades");
        assertThat(coordinator
                        .get("/k/v1/app/reports.json", "app", register)
                        .json()
                        .path("reports")
                        .propertyNames())
                .as("the live app is as it was")
                .contains("区分ごと", "学年");
    }

    @Test
    void saysWhatIsWrongWithAReport() {
        String two = """
                {"a": {"index": "0", "chartType": "TABLE", "groups": [{"code": "区分"}], "aggregations": [{"type": "COUNT"}]},
                 "b": {"index": "0", "chartType": "TABLE", "groups": [{"code": "区分"}], "aggregations": [{"type": "COUNT"}]}}
                """;
        TestClient.Answer refused = put(REPORTS, "reports", two);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("code").asString()).isEqualTo("CB_VA01");
        assertThat(refused.json().path("errors").propertyNames()).containsExactly("reports[b].index");
        assertThat(put(
                                REPORTS,
                                "reports",
                                "{\"a\": {\"index\": \"0\", \"chartType\": \"TABLE\", \"groups\": [{\"code\": \"無い\"}], \"aggregations\": [{\"type\": \"COUNT\"}]}}")
                        .json()
                        .path("code")
                        .asString())
                .as("a field that is not there")
                .isEqualTo("GAIA_FC01");
    }

    @Test
    void replacesActions() {
        String kept = preview(ACTIONS).at("/actions/出欠を記録/id").asString();

        TestClient.Answer changed = put(ACTIONS, "actions", """
                {"出欠を記録": {"index": "0", "destApp": {"code": "att_daily"}, "mappings": [], "entities": [{"type": "USER", "code": "sato"}], "filterCond": ""}}
                """);

        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.json().path("actions").toString()).isEqualTo("{\"出欠を記録\":{\"id\":\"" + kept + "\"}}");
        assertThat(preview(ACTIONS).at("/actions/出欠を記録/entities").toString())
                .isEqualTo("[{\"type\":\"USER\",\"code\":\"sato\"}]");
    }

    @Test
    void isForWhoManagesTheAppAndForTheRevisionTheyRead() {
        for (String path : new String[] {REPORTS, ACTIONS}) {
            assertThat(worker.get(path, "app", register).status()).isEqualTo(403);
            assertThat(coordinator.get(path, "app", "999").json().path("code").asString())
                    .isEqualTo("GAIA_AP01");
        }
        assertThat(worker.json("PUT", REPORTS, "{\"app\": %s, \"reports\": {}}".formatted(register))
                        .status())
                .isEqualTo(403);
        assertThat(coordinator
                        .json("PUT", REPORTS, "{\"app\": %s, \"reports\": {}, \"revision\": 999}".formatted(register))
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("GAIA_CO03");
        assertThat(coordinator
                        .json("PUT", ACTIONS, "{\"app\": %s}".formatted(register))
                        .json()
                        .path("errors")
                        .propertyNames())
                .containsExactly("actions");
    }
}
