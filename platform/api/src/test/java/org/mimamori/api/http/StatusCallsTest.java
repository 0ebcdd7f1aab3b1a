package org.mimamori.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Status, assignees and the settings of the process as kintone's clients call for them. */
class StatusCallsTest {

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private static final String STATUS = "/k/v1/record/status.json";
    private static final String STATUSES = "/k/v1/records/status.json";
    private static final String ASSIGNEES = "/k/v1/record/assignees.json";

    private static long app;

    private final TestClient coordinator = SERVER.client().as("coordinator");
    private final TestClient nursery = SERVER.client().as("nursery01");

    @BeforeAll
    static void install() {
        app = SERVER.install("referral.json");
    }

    @Test
    void showsStatusAndAssigneeInARecord() {
        JsonNode record = coordinator
                .get("/k/v1/record.json", "app", Long.toString(app), "id", add(coordinator))
                .json()
                .path("record");

        assertThat(record.path("Status").toString()).isEqualTo("{\"type\":\"STATUS\",\"value\":\"Not started\"}");
        assertThat(record.path("Assignee").toString())
                .isEqualTo("{\"type\":\"STATUS_ASSIGNEE\",\"value\":[{\"code\":\"coordinator\",\"name\":\"佐藤 調\"}]}");
    }

    @Test
    void countsTwoRevisionsForAMoveAndOneForAnIntermediateActionOrNewAssignees() {
        String id = add(coordinator);

        assertThat(act(coordinator, id, "Start", "nursery01").text()).isEqualTo("{\"revision\":\"3\"}");
        assertThat(act(nursery, id, "Ask", null).text()).isEqualTo("{\"revision\":\"5\"}");
        assertThat(coordinator.json("PUT", ASSIGNEES, """
                        {"app":%d,"id":"%s","assignees":["coordinator","nursery01"],"revision":"5"}""".formatted(app, id)).text())
                .isEqualTo("{\"revision\":\"6\"}");
        assertThat(act(coordinator, id, "Complete", null).text()).isEqualTo("{\"revision\":\"7\"}");
        assertThat(status(id)).isEqualTo("Review");
        assertThat(act(nursery, id, "Complete", null).text()).isEqualTo("{\"revision\":\"9\"}");
        assertThat(status(id)).isEqualTo("Completed");
    }

    @Test
    void takesAnActionByItsNameInTheCallersLanguage() {
        String id = add(nursery);

        assertThat(act(nursery, id, "処理開始", "nursery01").status()).isEqualTo(200);
        assertThat(status(id)).isEqualTo("In progress");
    }

    @Test
    void tellsWhyAnActionIsNotTakenInKintonesCodes() {
        String id = add(coordinator);

        refuses(act(nursery, id, "Start", "nursery01"), 403, "GAIA_NT01", "作業者のみがステータスを変更できます");
        refuses(
                act(coordinator, id, "Complete", null),
                400,
                "GAIA_IL03",
                "Failed to update the status. The settings or the status itself may have been changed by someone.");
        refuses(act(coordinator, id, "Start", null), 400, "GAIA_SA01", "Assignee is required.");
        refuses(act(coordinator, id, "Start", "sato"), 400, "CB_VA01", "Missing or invalid input.");
        assertThat(act(coordinator, id, "Start", "sato").json().path("errors").propertyNames())
                .containsExactly("assignee");
        refuses(
                act(coordinator, "999", "Start", "nursery01"),
                404,
                "GAIA_RE01",
                "The specified record (ID: 999) is not found.");
        refuses(
                coordinator.json("PUT", STATUS, """
                {"app":%d,"id":%s,"action":"Start","assignee":"nursery01","revision":7}""".formatted(app, id)),
                409,
                "GAIA_CO02",
                "The revision is not the latest. Someone may update a record.");
        long off = SERVER.app("att_daily");
        refuses(
                coordinator.json("PUT", STATUS, """
                {"app":%d,"id":1,"action":"Start"}""".formatted(off)),
                400,
                "GAIA_ST02",
                "Your request failed. The process management feature has been disabled.");
        refuses(
                coordinator.json("PUT", ASSIGNEES, """
                {"app":%d,"id":1,"assignees":[]}""".formatted(off)),
                400,
                "GAIA_ST02",
                "Your request failed. The process management feature has been disabled.");
        assertThat(status(id)).isEqualTo("Not started");
    }

    @Test
    void letsNobodyActWhereNobodyIsAssignedWhoMayNotEdit() {
        String id = add(coordinator);
        act(coordinator, id, "Start", "nursery01");
        act(coordinator, id, "Withdraw", null);
        assertThat(status(id)).isEqualTo("Completed");

        refuses(
                act(SERVER.client().as("visitor"), id, "Reopen", "coordinator"),
                403,
                "CB_NO02",
                "No privilege to proceed.");
        assertThat(act(nursery, id, "Reopen", "coordinator").status()).isEqualTo(200);
    }

    @Test
    void asksForWhatIsMissing() {
        assertThat(errors(coordinator.json("PUT", STATUS, "{}"))).containsExactly("app", "id", "action");
        assertThat(errors(coordinator.json("PUT", STATUSES, "{\"app\":%d}".formatted(app))))
                .containsExactly("records");
        assertThat(errors(coordinator.json("PUT", STATUSES, "{\"app\":%d,\"records\":[{}]}".formatted(app))))
                .containsExactly("records[0].id", "records[0].action");
        assertThat(errors(coordinator.json("PUT", ASSIGNEES, "{\"app\":%d}".formatted(app))))
                .containsExactly("id", "assignees");
        assertThat(coordinator
                        .json("PUT", STATUS, """
                {"app":%d,"id":1,"action":["Start"]}""".formatted(app))
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("CB_IJ01");
    }

    @Test
    void movesSeveralRecordsOrNone() {
        String one = add(coordinator);
        String other = add(nursery);

        TestClient.Answer refused = actAll(coordinator, one, other);
        refuses(refused, 403, "GAIA_NT01", "Only Assignee can change the status.");
        assertThat(status(one)).isEqualTo("Not started");
        String second = add(coordinator);
        assertThat(actAll(coordinator, one, second).text())
                .isEqualTo("{\"records\":[{\"id\":\"%s\",\"revision\":\"3\"},{\"id\":\"%s\",\"revision\":\"3\"}]}"
                        .formatted(one, second));
        String many = Stream.generate(() -> "{\"id\":1,\"action\":\"Start\"}")
                .limit(101)
                .reduce((a, b) -> a + "," + b)
                .orElseThrow();
        assertThat(errors(coordinator.json("PUT", STATUSES, "{\"app\":%d,\"records\":[%s]}".formatted(app, many))))
                .containsExactly("records");
    }

    @Test
    void changesAssigneesForWhoManagesTheApp() {
        String id = add(coordinator);

        refuses(assign(nursery, id, "\"nursery01\""), 403, "CB_NO02", "権限がありません。");
        refuses(
                assign(coordinator, id, "\"nobody\""),
                400,
                "GAIA_IL26",
                "The specified user (code: nobody) is not found.");
        assertThat(errors(assign(coordinator, id, "\"nursery01\",\"sato\""))).containsExactly("assignees");
        String many = Stream.iterate(0, i -> i + 1)
                .limit(101)
                .map(i -> "\"u" + i + "\"")
                .reduce((a, b) -> a + "," + b)
                .orElseThrow();
        assertThat(errors(assign(coordinator, id, many))).containsExactly("assignees");
        assertThat(assign(coordinator, id, "\"nursery01\"").text()).isEqualTo("{\"revision\":\"2\"}");
        assertThat(assign(coordinator, id, "").text()).isEqualTo("{\"revision\":\"3\"}");
        assertThat(ids(coordinator, "Assignee in (\"\") and $id = " + id)).containsExactly(id);
    }

    @Test
    void actsInsideABulkRequestAllOrNothing() {
        String id = add(coordinator);
        String bulk = """
                {"requests":[
                 {"method":"PUT","api":"/k/v1/record.json","payload":{"app":%1$d,"id":%2$s,"record":{"Title":{"value":"x"}}}},
                 {"method":"PUT","api":"/k/v1/record/status.json","payload":{"app":%1$d,"id":%2$s,"action":"Start","assignee":"nursery01"}},
                 {"method":"PUT","api":"/k/v1/record/assignees.json","payload":{"app":%1$d,"id":%2$s,"assignees":["coordinator"]}},
                 {"method":"PUT","api":"/k/v1/records/status.json","payload":{"app":%1$d,"records":[{"id":%2$s,"action":"%3$s"}]}}]}""";

        TestClient.Answer failed =
                coordinator.json("POST", "/k/v1/bulkRequest.json", bulk.formatted(app, id, "Complete"));
        assertThat(failed.status()).isEqualTo(400);
        assertThat(failed.json().at("/results/3/code").asString()).isEqualTo("GAIA_IL03");
        assertThat(status(id)).isEqualTo("Not started");

        TestClient.Answer done =
                coordinator.json("POST", "/k/v1/bulkRequest.json", bulk.formatted(app, id, "Withdraw"));
        assertThat(done.text())
                .isEqualTo("{\"results\":[{\"revision\":\"2\"},{\"revision\":\"4\"},{\"revision\":\"5\"},"
                        + "{\"records\":[{\"id\":\"%s\",\"revision\":\"7\"}]}]}".formatted(id));
        assertThat(status(id)).isEqualTo("Completed");
    }

    @Test
    void findsRecordsByStatusAndAssignee() {
        String id = add(nursery);

        assertThat(ids(nursery, "Status in (\"Not started\") and Assignee in (LOGINUSER()) and $id = " + id))
                .containsExactly(id);
        assertThat(ids(nursery, "Status != \"Not started\" and $id = " + id)).isEmpty();
        refuses(find(nursery, app, "Status in (\"Nowhere\")"), 400, "GAIA_IQ10", null);
        refuses(
                find(coordinator, SERVER.app("att_daily"), "ステータス in (\"x\")"),
                400,
                "GAIA_ST02",
                "Your request failed. The process management feature has been disabled.");
    }

    @Test
    void namesTheStatusOfARecordInTheCallersLanguageAndUnderstandsIt() {
        String id = add(nursery);

        assertThat(find(nursery, app, "$id = " + id)
                        .json()
                        .at("/records/0/Status/value")
                        .asString())
                .isEqualTo("未処理");
        assertThat(status(id)).as("whose language is English").isEqualTo("Not started");
        assertThat(ids(nursery, "(Status in (\"未処理\", \"Review\") or Title = \"none\") and $id = " + id))
                .containsExactly(id);
        assertThat(ids(nursery, "Status = \"Not started\" and $id = " + id)).containsExactly(id);
        assertThat(ids(nursery, "Status != \"未処理\" and $id = " + id)).isEmpty();
        refuses(find(coordinator, app, "Status in (\"未処理\")"), 400, "GAIA_IQ10", null);
        JsonNode cursor = nursery.json("POST", "/k/v1/records/cursor.json", """
                {"app":%d,"query":"Status in (\\"未処理\\") and $id = %s"}""".formatted(app, id))
                .json();
        assertThat(nursery.get(
                                "/k/v1/records/cursor.json",
                                "id",
                                cursor.path("id").asString())
                        .json()
                        .at("/records/0/Status/value")
                        .asString())
                .isEqualTo("未処理");
    }

    @Test
    void showsTheSettingsOfTheProcess() {
        JsonNode settings = settings(coordinator, "default");

        assertThat(settings.propertyNames()).containsExactly("enable", "states", "actions", "revision");
        assertThat(settings.path("enable").asBoolean()).isTrue();
        assertThat(settings.path("states").propertyNames())
                .containsExactly("Not started", "In progress", "Review", "Completed");
        assertThat(settings.at("/states/Not started").toString())
                .isEqualTo("{\"name\":\"Not started\",\"index\":\"0\",\"assignee\":{\"type\":\"ONE\",\"entities\":"
                        + "[{\"entity\":{\"type\":\"FIELD_ENTITY\",\"code\":\"Created_by\"},\"includeSubs\":false}]}}");
        // Who has left is left out, as kintone does.
        assertThat(settings.at("/states/In progress/assignee/entities").toString())
                .isEqualTo("[{\"entity\":{\"type\":\"USER\",\"code\":\"nursery01\"},\"includeSubs\":false}]");
        assertThat(settings.at("/actions/0").toString())
                .isEqualTo("{\"name\":\"Start\",\"from\":\"Not started\",\"to\":\"In progress\",\"filterCond\":\"\","
                        + "\"type\":\"PRIMARY\"}");
        assertThat(settings.at("/actions/4/executableUser").toString())
                .isEqualTo("{\"entities\":[{\"entity\":{\"type\":\"CREATOR\",\"code\":null},\"includeSubs\":false},"
                        + "{\"entity\":{\"type\":\"USER\",\"code\":\"coordinator\"},\"includeSubs\":false}]}");
    }

    @Test
    void sparesOldJavaClientsWhatTheyDoNotKnow() {
        JsonNode actions = coordinator
                .with("User-Agent", "kintone-Java-Client@1.3.0")
                .get("/k/v1/app/status.json", "app", Long.toString(app))
                .json()
                .path("actions");

        assertThat(actions.valueStream())
                .allSatisfy(action ->
                        assertThat(action.propertyNames()).containsExactly("name", "from", "to", "filterCond"))
                .extracting(action -> action.path("name").asString())
                .doesNotContain("Withdraw")
                .contains("Start");
    }

    @Test
    void namesStatusesAndActionsInTheLanguageThatIsAskedFor() {
        JsonNode japanese = settings(coordinator, "ja");

        assertThat(japanese.at("/states/未処理/name").asString()).isEqualTo("未処理");
        assertThat(japanese.at("/actions/0").toString()).contains("\"name\":\"処理開始\",\"from\":\"未処理\",\"to\":\"処理中\"");
        assertThat(settings(nursery, "user").at("/states").propertyNames()).contains("処理中");
    }

    @Test
    void doesNotNameAFieldThatTheCallerMayNotSee() {
        assertThat(settings(coordinator, "default").toString()).contains("Memo", "Hide");
        assertThat(settings(nursery, "default").toString()).contains("Withdraw").doesNotContain("Memo", "Hide");
    }

    @Test
    void saysThatAnAppHasNeverHadAProcess() {
        assertThat(coordinator
                        .get("/k/v1/app/status.json", "app", Long.toString(SERVER.app("att_daily")))
                        .text())
                .isEqualTo("{\"enable\":false,\"states\":null,\"actions\":null,\"revision\":\"1\"}");
        refuses(
                nursery.get("/k/v1/app/status.json", "app", Long.toString(SERVER.app("att_daily"))),
                404,
                "GAIA_AP01",
                null);
    }

    @Test
    void showsTheSwitchAmongTheFields() {
        JsonNode field = coordinator
                .get("/k/v1/app/form/fields.json", "app", Long.toString(app))
                .json()
                .at("/properties/Status");

        assertThat(field.toString())
                .isEqualTo("{\"type\":\"STATUS\",\"code\":\"Status\",\"label\":\"Status\",\"enabled\":true}");
    }

    private static String add(TestClient client) {
        return client.json("POST", "/k/v1/record.json", """
                {"app":%d,"record":{"Title":{"value":"A case"}}}""".formatted(app))
                .json()
                .path("id")
                .asString();
    }

    private static TestClient.Answer act(TestClient client, String id, String action, String assignee) {
        String next = assignee == null ? "" : ",\"assignee\":\"" + assignee + "\"";
        return client.json(
                "PUT", STATUS, "{\"app\":%d,\"id\":%s,\"action\":\"%s\"%s}".formatted(app, id, action, next));
    }

    private static TestClient.Answer actAll(TestClient client, String... ids) {
        String records = Stream.of(ids)
                .map(id -> "{\"id\":\"%s\",\"action\":\"Start\",\"assignee\":\"nursery01\"}".formatted(id))
                .reduce((a, b) -> a + "," + b)
                .orElseThrow();
        return client.json("PUT", STATUSES, "{\"app\":%d,\"records\":[%s]}".formatted(app, records));
    }

    private static TestClient.Answer assign(TestClient client, String id, String users) {
        return client.json("PUT", ASSIGNEES, "{\"app\":%d,\"id\":%s,\"assignees\":[%s]}".formatted(app, id, users));
    }

    private static TestClient.Answer find(TestClient client, long number, String query) {
        return client.get("/k/v1/records.json", "app", Long.toString(number), "query", query);
    }

    private static Iterable<String> ids(TestClient client, String query) {
        return find(client, app, query)
                .json()
                .path("records")
                .valueStream()
                .map(record -> record.at("/$id/value").asString())
                .toList();
    }

    private String status(String id) {
        return coordinator
                .get("/k/v1/record.json", "app", Long.toString(app), "id", id)
                .json()
                .at("/record/Status/value")
                .asString();
    }

    private static JsonNode settings(TestClient client, String language) {
        return client.get("/k/v1/app/status.json", "app", Long.toString(app), "lang", language)
                .json();
    }

    private static Iterable<String> errors(TestClient.Answer answer) {
        assertThat(answer.json().path("code").asString()).isEqualTo("CB_VA01");
        return answer.json().path("errors").propertyNames();
    }

    private static void refuses(TestClient.Answer answer, int status, String code, String message) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.json().path("code").asString()).isEqualTo(code);
        if (message != null) {
            assertThat(answer.json().path("message").asString()).isEqualTo(message);
        }
    }
}
