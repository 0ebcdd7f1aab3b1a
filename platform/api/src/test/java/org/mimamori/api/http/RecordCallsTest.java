package org.mimamori.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Records through the API as kintone's clients use it. */
class RecordCallsTest {

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private static final String RECORD = "/k/v1/record.json";
    private static final String RECORDS = "/k/v1/records.json";

    private final TestClient coordinator = SERVER.client().as("coordinator");
    private final String app = Long.toString(SERVER.app("child_register"));

    @Test
    void addsARecordAndReadsItBack() {
        TestClient.Answer added = coordinator.json("POST", RECORD, """
                {"app":"%s","record":{"児童番号":{"value":"A-1","type":"SINGLE_LINE_TEXT"},"児童氏名":{"value":"青木 空"},
                 "学年":{"value":"3.50"},"関わり":{"value":["電話","訪問"]},"生年月日":{"value":"2016-4-1"},"無い項目":{"value":"x"}}}
                """.formatted(app));
        assertThat(added.json().propertyNames()).containsExactly("id", "revision");
        assertThat(added.json().path("revision").toString()).isEqualTo("\"1\"");

        JsonNode got = coordinator.get(RECORD, "app", app, "id", id(added)).json();

        assertThat(got.propertyNames()).containsExactly("record");
        JsonNode child = got.path("record");
        assertThat(child.path("児童番号").toString()).isEqualTo("{\"type\":\"SINGLE_LINE_TEXT\",\"value\":\"A-1\"}");
        assertThat(child.at("/学年/value").toString()).isEqualTo("\"3.5\"");
        assertThat(child.at("/関わり/value").toString()).isEqualTo("[\"訪問\",\"電話\"]");
        assertThat(child.at("/生年月日/value").toString()).isEqualTo("\"2016-04-01\"");
        assertThat(child.at("/区分/value").toString()).isEqualTo("null");
        assertThat(child.at("/作成者/value").toString()).isEqualTo("{\"code\":\"coordinator\",\"name\":\"佐藤 調\"}");
        assertThat(child.at("/作成日時/value").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:00Z");
        assertThat(child.path("$id").toString()).isEqualTo("{\"type\":\"__ID__\",\"value\":\"" + id(added) + "\"}");
        assertThat(child.path("$revision").toString()).isEqualTo("{\"type\":\"__REVISION__\",\"value\":\"1\"}");
        assertThat(child.has("無い項目")).isFalse();
    }

    @Test
    void readsABodyWithGetAndDeleteAsTheJavaClientSendsThem() {
        String id = add("J-1");

        TestClient.Answer found = coordinator.json("GET", RECORDS, """
                {"app":%s,"query":"児童番号 = \\"J-1\\"","fields":["$id"],"totalCount":false}""".formatted(app));
        assertThat(found.text())
                .isEqualTo(
                        "{\"records\":[{\"$id\":{\"type\":\"__ID__\",\"value\":\"" + id + "\"}}],\"totalCount\":null}");

        TestClient.Answer deleted = coordinator.json(
                "DELETE", RECORDS, "{\"app\":%s,\"ids\":[%s],\"revisions\":[null]}".formatted(app, id));
        assertThat(deleted.text()).isEqualTo("{}");
        assertThat(coordinator.get(RECORD, "app", app, "id", id).status()).isEqualTo(404);
    }

    @Test
    void readsAQueryStringWithListsAsTheJavaScriptClientSendsThem() {
        String first = add("Q-1");
        String second = add("Q-2");

        JsonNode found = coordinator
                .get(
                        RECORDS,
                        "app",
                        app,
                        "fields[0]",
                        "児童番号",
                        "fields[1]",
                        "$id",
                        "query",
                        "児童番号 like \"Q-\" order by $id asc limit 1",
                        "totalCount",
                        "true")
                .json();

        assertThat(found.path("totalCount").toString()).isEqualTo("\"2\"");
        assertThat(found.path("records").size()).isEqualTo(1);
        assertThat(found.at("/records/0/$id/value").asString()).isEqualTo(first);
        assertThat(found.path("records").path(0).propertyNames()).containsExactlyInAnyOrder("児童番号", "$id");

        assertThat(coordinator
                        .delete(
                                RECORDS,
                                "app",
                                app,
                                "ids[0]",
                                first,
                                "ids[1]",
                                second,
                                "revisions[0]",
                                "1",
                                "revisions[1]",
                                "-1")
                        .text())
                .isEqualTo("{}");
    }

    @Test
    void readsALongQuerySentByPost() {
        String id = add("L-1");
        String query = "児童番号 in (\\\"L-1\\\"" + ",\\\"x\\\"".repeat(2000) + ")";

        TestClient.Answer found = coordinator
                .with("X-HTTP-Method-Override", "get")
                .json("POST", RECORDS, "{\"app\":%s,\"query\":\"%s\"}".formatted(app, query));

        assertThat(found.json().at("/records/0/$id/value").asString()).isEqualTo(id);
    }

    @Test
    void changesARecordOnlyAtTheRevisionTheCallerHasRead() {
        String id = add("R-1");

        TestClient.Answer changed = coordinator.json("PUT", RECORD, """
                {"app":%s,"id":%s,"revision":"1","record":{"学年":{"value":"2"}}}""".formatted(app, id));
        assertThat(changed.text()).isEqualTo("{\"revision\":\"2\"}");

        TestClient.Answer late = coordinator.json("PUT", RECORD, """
                {"app":%s,"id":%s,"revision":1,"record":{"学年":{"value":"5"}}}""".formatted(app, id));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().path("code").asString()).isEqualTo("GAIA_CO02");
        assertThat(coordinator
                        .get(RECORD, "app", app, "id", id)
                        .json()
                        .at("/record/学年/value")
                        .asString())
                .isEqualTo("2");
    }

    @Test
    void changesARecordNamedByAKey() {
        String id = add("K-1");

        TestClient.Answer changed = coordinator.json("PUT", RECORD, """
                {"app":%s,"updateKey":{"field":"児童番号","value":"K-1"},"record":{"学年":{"value":6}}}""".formatted(app));

        assertThat(changed.text()).isEqualTo("{\"revision\":\"2\"}");
        assertThat(coordinator
                        .get(RECORD, "app", app, "id", id)
                        .json()
                        .at("/record/学年/value")
                        .asString())
                .isEqualTo("6");
    }

    @Test
    void addsSeveralRecordsAtOnceAndNoneFromAnEmptyList() {
        TestClient.Answer added = coordinator.json("POST", RECORDS, """
                {"app":%s,"records":[{"児童番号":{"value":"S-1"},"児童氏名":{"value":"一"}},
                 {"児童番号":{"value":"S-2"},"児童氏名":{"value":"二"}}]}""".formatted(app));

        assertThat(added.json().path("ids").size()).isEqualTo(2);
        assertThat(added.json().path("revisions").toString()).isEqualTo("[\"1\",\"1\"]");
        assertThat(coordinator
                        .json("POST", RECORDS, "{\"app\":%s,\"records\":[]}".formatted(app))
                        .text())
                .isEqualTo("{\"ids\":[],\"revisions\":[]}");
        assertThat(coordinator
                        .json("PUT", RECORDS, "{\"app\":%s,\"records\":[]}".formatted(app))
                        .text())
                .isEqualTo("{\"records\":[]}");
    }

    @Test
    void insertsWhatItDoesNotFindInUpsertMode() {
        String known = add("U-1");

        JsonNode saved = coordinator.json("PUT", RECORDS, """
                {"app":%s,"upsert":true,"records":[
                 {"updateKey":{"field":"児童番号","value":"U-1"},"record":{"学年":{"value":"1"}}},
                 {"updateKey":{"field":"児童番号","value":"U-2"},"record":{"児童氏名":{"value":"新しい子"}}},
                 {"id":9007199254740991,"record":{"児童番号":{"value":"U-3"},"児童氏名":{"value":"番号の無い子"}}}]}
                """.formatted(app)).json();

        assertThat(saved.path("records").size()).as(saved.toString()).isEqualTo(3);
        assertThat(saved.at("/records/0").toString())
                .isEqualTo("{\"id\":\"" + known + "\",\"revision\":\"2\",\"operation\":\"UPDATE\"}");
        assertThat(saved.at("/records/1/operation").asString()).isEqualTo("INSERT");
        assertThat(saved.at("/records/2/id").asString()).isNotEqualTo("9007199254740991");
        String inserted = saved.at("/records/1/id").asString();
        assertThat(coordinator
                        .get(RECORD, "app", app, "id", inserted)
                        .json()
                        .at("/record/児童番号/value")
                        .asString())
                .isEqualTo("U-2");
    }

    @Test
    void takesTextInANumberCellForNothingAsKintoneDoes() {
        String every = Long.toString(SERVER.app("every_field"));
        TestClient.Answer added = coordinator.json("POST", RECORD, """
                {"app":%s,"record":{"面談":{"value":[{"value":{"面談_体温":{"value":"熱"}}}]}}}""".formatted(every));

        JsonNode rows =
                coordinator.get(RECORD, "app", every, "id", id(added)).json().at("/record/面談/value");
        assertThat(rows.at("/0/value/面談_体温/value").toString()).isEqualTo("\"\"");
        assertThat(rows.at("/0/value/面談_出欠/value").asString())
                .as("a new row takes its defaults")
                .isEqualTo("出席");
    }

    @Test
    void goesThroughALongListWithACursorThatDoesNotMove() {
        List<String> ids = IntStream.range(0, 5).mapToObj(i -> add("C-" + i)).toList();
        JsonNode opened = coordinator
                .json("POST", "/k/v1/records/cursor.json", """
                {"app":%s,"fields":["$id"],"query":"児童番号 like \\"C-\\" order by $id asc","size":2}""".formatted(app))
                .json();
        assertThat(opened.path("totalCount").toString()).isEqualTo("\"5\"");
        String cursor = opened.path("id").asString();
        coordinator.delete(RECORDS, "app", app, "ids[0]", ids.get(3));
        add("C-9");

        JsonNode first = next(cursor);
        JsonNode second = next(cursor);
        JsonNode third = next(cursor);

        assertThat(ids(first)).containsExactly(ids.get(0), ids.get(1));
        assertThat(first.path("next").asBoolean()).isTrue();
        assertThat(ids(second)).as("the fourth is deleted").containsExactly(ids.get(2));
        assertThat(ids(third)).containsExactly(ids.get(4));
        assertThat(third.path("next").asBoolean()).isFalse();
        assertThat(coordinator
                        .get("/k/v1/records/cursor.json", "id", cursor)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("GAIA_CN01");
    }

    @Test
    void keepsTenCursorsForTenMinutes() {
        String body = "{\"app\":%s}".formatted(app);
        for (int i = 0; i < 10; i++) {
            assertThat(coordinator
                            .json("POST", "/k/v1/records/cursor.json", body)
                            .status())
                    .isEqualTo(200);
        }
        TestClient.Answer eleventh = coordinator.json("POST", "/k/v1/records/cursor.json", body);
        assertThat(eleventh.status()).isEqualTo(429);
        assertThat(eleventh.json().path("code").asString()).isEqualTo("GAIA_TM12");

        SERVER.clock().advance(java.time.Duration.ofMinutes(10));
        String cursor = coordinator
                .json("POST", "/k/v1/records/cursor.json", body)
                .json()
                .path("id")
                .asString();
        assertThat(SERVER.client()
                        .as("nursery01")
                        .delete("/k/v1/records/cursor.json", "id", cursor)
                        .json()
                        .path("code")
                        .asString())
                .as("another's cursor does not exist")
                .isEqualTo("GAIA_CN01");
        assertThat(coordinator.delete("/k/v1/records/cursor.json", "id", cursor).text())
                .isEqualTo("{}");
        assertThat(coordinator.delete("/k/v1/records/cursor.json", "id", cursor).status())
                .isEqualTo(404);
    }

    @Test
    void showsEachCallerOnlyWhatTheyMaySee() {
        String own = addFor("V-1", "nursery01");
        String other = addFor("V-2", "nursery02");
        TestClient worker = SERVER.client().as("nursery01");

        JsonNode listed = worker.get(RECORDS, "app", app, "query", "児童番号 like \"V-\"", "totalCount", "true")
                .json();
        assertThat(ids(listed)).containsExactly(own);
        assertThat(listed.path("totalCount").asString()).isEqualTo("1");
        assertThat(listed.at("/records/0").propertyNames()).contains("備考").doesNotContain("機微");
        assertThat(worker.get(RECORD, "app", app, "id", own).text()).doesNotContain("機微");
        assertThat(worker.get(RECORD, "app", app, "id", other)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("GAIA_RE01");
        assertThat(worker.get(RECORDS, "app", app, "query", "機微 like \"x\"")
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("GAIA_IQ11");
        assertThat(worker.get(RECORDS, "app", app, "fields[0]", "機微")
                        .json()
                        .at("/records/0")
                        .toString())
                .isEqualTo("{}");
        assertThat(worker.json("PUT", RECORD, """
                {"app":%s,"id":%s,"record":{"備考":{"value":"x"}}}""".formatted(app, own))
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("GAIA_FU01");
        assertThat(worker.delete(RECORDS, "app", app, "ids[0]", own)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("CB_NO02");
        assertThat(worker.json("POST", RECORD, "{\"app\":%s}".formatted(app))
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("CB_NO02");
        assertThat(SERVER.client()
                        .as("visitor")
                        .get(RECORDS, "app", app)
                        .json()
                        .path("code")
                        .asString())
                .as("an app one may not see does not exist")
                .isEqualTo("GAIA_AP01");
    }

    @Test
    void saysWhatACallerMayDoWithRecords() {
        String own = addFor("E-1", "nursery01");
        String other = addFor("E-2", "nursery02");

        JsonNode rights = SERVER.client()
                .as("nursery01")
                .get("/k/v1/records/acl/evaluate.json", "app", app, "ids[0]", own, "ids[1]", other)
                .json()
                .path("rights");

        assertThat(rights.at("/0/record").toString())
                .isEqualTo("{\"viewable\":true,\"editable\":true,\"deletable\":false}");
        assertThat(rights.at("/0/fields/児童氏名").toString()).isEqualTo("{\"viewable\":true,\"editable\":true}");
        assertThat(rights.at("/0/fields/備考").toString()).isEqualTo("{\"viewable\":true,\"editable\":false}");
        assertThat(rights.at("/0/fields").has("機微")).isFalse();
        assertThat(rights.at("/1/record").toString())
                .isEqualTo("{\"viewable\":false,\"editable\":false,\"deletable\":false}");
        assertThat(rights.at("/1/id").asString()).isEqualTo(other);
    }

    private JsonNode next(String cursor) {
        return coordinator.get("/k/v1/records/cursor.json", "id", cursor).json();
    }

    private String add(String number) {
        return addFor(number, "office");
    }

    private String addFor(String number, String office) {
        TestClient.Answer added = coordinator.json("POST", RECORD, """
                {"app":%s,"record":{"児童番号":{"value":"%s"},"児童氏名":{"value":"青木 空"},"機微":{"value":"x"},
                 "所属":{"value":[{"code":"%s"}]}}}""".formatted(app, number, office));
        assertThat(added.status()).as(added.text()).isEqualTo(200);
        return id(added);
    }

    private static String id(TestClient.Answer answer) {
        return answer.json().path("id").asString();
    }

    private static List<String> ids(JsonNode page) {
        return StreamSupport.stream(page.path("records").spliterator(), false)
                .map(one -> one.at("/$id/value").asString())
                .toList();
    }
}
