package org.mimamori.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Reports and actions as kintone's clients read them, and our calls for what reports come to. */
class ReportCallsTest {

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private final TestClient coordinator = SERVER.client().as("coordinator");
    private final TestClient worker = SERVER.client().as("nursery01");
    private final String register = Long.toString(SERVER.app("child_register"));

    @BeforeAll
    static void addChildren() {
        String register = Long.toString(SERVER.app("child_register"));
        add(register, "1", "要支援", "nursery01", "2020-05-01", "あり");
        add(register, "2", "要支援", "nursery01", "2021-05-01", "");
        add(register, "3", "要保護", "nursery02", "2021-06-01", "あり");
        add(register, "4", "", "nursery02", "2021-06-01", "");
    }

    private static void add(String app, String number, String kind, String nursery, String birth, String grave) {
        TestClient.Answer added = SERVER.client().as("coordinator").json("POST", "/k/v1/record.json", """
                {"app": %s, "record": {"児童番号": {"value": "%s"}, "児童氏名": {"value": "子ども%s"}, "区分": {"value": "%s"},
                 "所属": {"value": [{"code": "%s"}]}, "生年月日": {"value": "%s"}, "機微": {"value": "%s"}}}
                """.formatted(
                        app, number, number, kind, nursery, birth, grave));
        assertThat(added.status()).as(added.text()).isEqualTo(200);
    }

    private JsonNode reports(TestClient client, String... parameters) {
        return client.get("/k/v1/app/reports.json", parameters).json();
    }

    private String id(String report) {
        return reports(coordinator, "app", register)
                .path("reports")
                .path(report)
                .path("id")
                .asString();
    }

    @Test
    void tellsOfReportsWithExactlyKintonesProperties() {
        JsonNode answer = reports(coordinator, "app", register);

        assertThat(answer.propertyNames()).containsExactly("reports", "revision");
        assertThat(answer.path("reports").propertyNames()).containsExactly("区分ごと", "学年", "機微の数");
        String id = answer.at("/reports/区分ごと/id").asString();
        assertThat(id).matches("\\d+");
        assertThat(answer.at("/reports/区分ごと").toString()).isEqualTo("""
                {"chartType":"COLUMN","chartMode":"STACKED","id":"%s","name":"区分ごと","index":"0",\
                "groups":[{"code":"区分"},{"code":"生年月日","per":"YEAR"}],"aggregations":[{"type":"COUNT"}],\
                "filterCond":"区分 in (\\"要保護\\", \\"要支援\\")","sorts":[{"by":"TOTAL","order":"DESC"}],\
                "periodicReport":{"active":true,"period":{"every":"QUARTER","pattern":"MAR_JUN_SEP_DEC",\
                "dayOfMonth":"END_OF_MONTH","time":"09:30"}}}""".formatted(id));
        assertThat(answer.at("/reports/学年").propertyNames())
                .as("a pie has no mode")
                .containsExactly(
                        "chartType",
                        "id",
                        "name",
                        "index",
                        "groups",
                        "aggregations",
                        "filterCond",
                        "sorts",
                        "periodicReport");
        assertThat(answer.at("/reports/学年/periodicReport").isNull()).isTrue();
        assertThat(answer.at("/reports/学年/aggregations/1").toString())
                .isEqualTo("{\"type\":\"MAX\",\"code\":\"生年月日\"}");
    }

    @Test
    void namesReportsInTheLanguageAskedFor() {
        assertThat(reports(coordinator, "app", register, "lang", "en")
                        .path("reports")
                        .propertyNames())
                .containsExactly("区分ごと", "Grades", "機微の数");
        assertThat(coordinator
                        .get("/k/v1/app/reports.json", "app", register, "lang", "tlh")
                        .json()
                        .path("errors")
                        .propertyNames())
                .containsExactly("lang");
    }

    @Test
    void answersForAnAppThatIsNotThereOrNotSeenAlike() {
        String hidden = Long.toString(SERVER.app("att_daily"));
        for (String path : new String[] {"/k/v1/app/reports.json", "/k/v1/app/actions.json"}) {
            assertThat(coordinator.get(path, "app", "999").json().path("code").asString())
                    .isEqualTo("GAIA_AP01");
            assertThat(worker.get(path, "app", hidden).status()).isEqualTo(404);
            assertThat(worker.get(path).json().at("/errors/app/messages/0").asString())
                    .isEqualTo("必須です。");
            assertThat(SERVER.client()
                            .get(path, "app", register)
                            .json()
                            .path("code")
                            .asString())
                    .isEqualTo("CB_AU01");
        }
        assertThat(worker.get("/api/apps/att_daily/reports/1/data.json").status())
                .isEqualTo(404);
    }

    @Test
    void tellsNobodyOfAReportOnAFieldTheyMayNotSee() {
        assertThat(reports(worker, "app", register).path("reports").propertyNames())
                .containsExactly("区分ごと", "学年");
        TestClient.Answer refused = worker.get("/api/apps/child_register/reports/" + id("機微の数") + "/data.json");
        TestClient.Answer absent = worker.get("/api/apps/child_register/reports/123/data.json");

        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.json().path("code").asString()).isEqualTo("MIMAMORI_02");
        assertThat(refused.json().path("message").asString().replace(id("機微の数"), "123"))
                .isEqualTo(absent.json().path("message").asString());
        assertThat(worker.get("/api/apps/child_register/reports/x/data.json").status())
                .isEqualTo(404);
    }

    @Test
    void countsForEachCallerWhatTheySee() {
        JsonNode all = coordinator
                .get("/api/apps/child_register/reports/" + id("区分ごと") + "/data.json")
                .json();
        assertThat(all.path("rows").toString())
                .as("要支援 comes to two, so it goes first")
                .isEqualTo("""
                        [{"groups":[{"value":"要支援","label":"要支援"},{"value":"2020-01-01","label":"2020-01-01"}],"values":["1"],\
                        "query":"区分 in (\\"要保護\\", \\"要支援\\") and 区分 in (\\"要支援\\") and 生年月日 >= \\"2020-01-01\\" and 生年月日 < \\"2021-01-01\\""},\
                        {"groups":[{"value":"要支援","label":"要支援"},{"value":"2021-01-01","label":"2021-01-01"}],"values":["1"],\
                        "query":"区分 in (\\"要保護\\", \\"要支援\\") and 区分 in (\\"要支援\\") and 生年月日 >= \\"2021-01-01\\" and 生年月日 < \\"2022-01-01\\""},\
                        {"groups":[{"value":"要保護","label":"要保護"},{"value":"2021-01-01","label":"2021-01-01"}],"values":["1"],\
                        "query":"区分 in (\\"要保護\\", \\"要支援\\") and 区分 in (\\"要保護\\") and 生年月日 >= \\"2021-01-01\\" and 生年月日 < \\"2022-01-01\\""}]""");
        assertThat(all.path("totals").toString()).isEqualTo("[\"3\"]");
        assertThat(all.at("/cross/columns").size()).isEqualTo(2);
        assertThat(all.at("/cross/rows/0/total").asString()).isEqualTo("2");

        JsonNode own = worker.get("/api/apps/child_register/reports/" + id("区分ごと") + "/data.json")
                .json();
        assertThat(own.path("totals").toString()).isEqualTo("[\"2\"]");
        assertThat(own.path("rows").toString()).doesNotContain("{\"value\":\"要保護\"");
    }

    @Test
    void answersWhatIsAskedAdHoc() {
        String path = "/api/apps/child_register/reports/data.json";
        String ask = "{\"groups\": [{\"code\": \"%s\", \"per\": \"%s\"}], \"aggregations\": [{\"type\": \"COUNT\"}]}";

        JsonNode counted = coordinator
                .json("POST", path, ask.formatted("生年月日", "FISCAL_YEAR"))
                .json();
        assertThat(counted.path("id").isNull()).isTrue();
        assertThat(counted.at("/rows/1/groups/0/value").asString()).isEqualTo("2021-04-01");
        assertThat(counted.at("/rows/1/values/0").asString()).isEqualTo("3");

        TestClient.Answer refused = worker.json("POST", path, ask.formatted("機微", ""));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("code").asString()).isEqualTo("CB_VA01");
        assertThat(refused.json().path("errors").propertyNames()).containsExactly("/groups/0/code");
        assertThat(refused.text().replace("機微", "無い"))
                .as("as one that is not there")
                .contains(worker.json("POST", path, ask.formatted("無い", ""))
                        .json()
                        .at("/errors")
                        .toString());
        assertThat(coordinator
                        .json("POST", path, "{\"groups\": [], \"aggregations\": [{\"type\": \"COUNT\"}]}")
                        .json()
                        .path("errors")
                        .propertyNames())
                .containsExactly("/groups");
    }

    @Test
    void hasNoKeptResultsBeforeAnyIsDue() {
        String path = "/api/apps/child_register/reports/" + id("区分ごと") + "/snapshots.json";
        assertThat(coordinator.get(path).text()).isEqualTo("{\"snapshots\":[]}");
    }

    @Test
    void tellsOfActionsWithExactlyKintonesProperties() {
        JsonNode answer =
                coordinator.get("/k/v1/app/actions.json", "app", register).json();

        assertThat(answer.propertyNames()).containsExactly("actions", "revision");
        assertThat(answer.path("actions").propertyNames()).containsExactly("きょうだいを登録", "出欠を記録", "機微だけ");
        String id = answer.at("/actions/きょうだいを登録/id").asString();
        assertThat(answer.at("/actions/きょうだいを登録").toString()).isEqualTo("""
                {"name":"きょうだいを登録","id":"%s","index":"0","destApp":{"app":"%s","code":"child_register"},\
                "mappings":[{"srcType":"FIELD","srcField":"所属","destField":"所属"},\
                {"srcType":"FIELD","srcField":"機微","destField":"備考"},{"srcType":"RECORD_URL","destField":"機微"}],\
                "entities":[{"type":"GROUP","code":"everyone"}],"filterCond":"区分 in (\\"要支援\\")"}""".formatted(id, register));
    }

    @Test
    void hidesOfActionsWhatTheirReaderMayNotSee() {
        JsonNode actions =
                worker.get("/k/v1/app/actions.json", "app", register).json().path("actions");

        assertThat(actions.propertyNames())
                .as("neither one into an app they do not know, nor one on a field they do not know")
                .containsExactly("きょうだいを登録");
        assertThat(actions.toString()).doesNotContain("機微");
    }
}
