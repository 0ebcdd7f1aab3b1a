package org.mimamori.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The view of what is mine to do, which kintone adds to the views of an app with a process. */
class AssigneeViewCallsTest {

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private static final String VIEWS = "/k/v1/preview/app/views.json";
    private static final String LIVE = "/k/v1/app/views.json";
    private static final String MINE = "(Assigned to me)";

    private final TestClient admin = SERVER.client().as("admin");
    private String app = "";

    @BeforeEach
    void anAppOfCases() {
        app = admin.json("POST", "/k/v1/preview/app.json", "{\"name\":\"cases\"}")
                .json()
                .path("app")
                .asString();
        admin.json("POST", "/k/v1/preview/app/form/fields.json", """
                {"app": %s, "properties": {"what": {"type": "SINGLE_LINE_TEXT", "code": "what", "label": "W"}}}""".formatted(app));
        put("\"views\":{\"all\":{\"index\":0,\"type\":\"LIST\",\"fields\":[\"what\"]}}");
        process(true);
    }

    @Test
    void isThereWhileTheProcessIsOn() {
        JsonNode views = views(VIEWS);
        assertThat(views.propertyNames()).containsExactly("all", MINE);
        JsonNode mine = views.path(MINE);
        String id = mine.path("id").asString();
        assertThat(mine.toString())
                .isEqualTo("{\"type\":\"LIST\",\"name\":\"(Assigned to me)\",\"id\":\"" + id + "\","
                        + "\"filterCond\":\"Assignee in (LOGINUSER())\",\"sort\":\"Record_number desc\","
                        + "\"index\":\"1\",\"builtinType\":\"ASSIGNEE\",\"fields\":[\"what\"]}");
        assertThat(views.at("/all/builtinType").isMissingNode()).isTrue();

        deploy();
        assertThat(views(LIVE).path(MINE)).isEqualTo(mine);
        assertThat(admin.get(LIVE, "app", app, "lang", "ja")
                        .json()
                        .path("views")
                        .propertyNames())
                .containsExactly("all", "(作業者が自分)");

        process(false);
        assertThat(views(VIEWS).propertyNames()).containsExactly("all");
        process(true);
        assertThat(views(VIEWS).path(MINE)).isEqualTo(mine);
    }

    @Test
    void findsWhatIsMineByItsCondition() {
        deploy();
        String own = added();
        String other = added();
        assertThat(admin.json("PUT", "/k/v1/record/assignees.json", """
                        {"app":%s,"id":%s,"assignees":[]}""".formatted(app, other))
                        .status())
                .isEqualTo(200);

        String condition = views(LIVE).path(MINE).path("filterCond").asString();
        assertThat(admin.get("/k/v1/records.json", "app", app, "query", condition)
                        .json()
                        .at("/records")
                        .valueStream()
                        .map(record -> record.at("/$id/value").asString()))
                .containsExactly(own);
    }

    @Test
    void mayBeMovedRenamedAndGivenOtherColumns() {
        String id = views(VIEWS).path(MINE).path("id").asString();

        JsonNode moved = put("""
                "views": {"all": {"index": 1, "type": "LIST"},
                          "(Assigned to me)": {"index": 0, "type": "LIST", "name": "My work", "fields": ["Status"],
                                               "filterCond": "Assignee in ( LOGINUSER() )", "sort": "what asc"}}""").json();

        assertThat(moved.at("/views/My work/id").asString()).isEqualTo(id);
        JsonNode views = views(VIEWS);
        assertThat(views.propertyNames()).containsExactly("My work", "all");
        assertThat(views.at("/My work/fields").toString()).isEqualTo("[\"Status\"]");
        assertThat(views.at("/My work/sort").asString()).isEqualTo("what asc");
        assertThat(views.at("/My work/builtinType").asString()).isEqualTo("ASSIGNEE");
        process(false);
        put("\"views\":{\"all\":{\"index\":0,\"type\":\"LIST\"}}");
        process(true);
        assertThat(views(VIEWS).at("/My work/id").asString()).isEqualTo(id);
        assertThat(views(VIEWS).at("/My work/index").asString()).isEqualTo("1");
    }

    @Test
    void isNotDeletedByAListWithoutIt() {
        JsonNode before = views(VIEWS).path(MINE);

        put("\"views\":{\"all\":{\"index\":0,\"type\":\"LIST\"}}");
        assertThat(views(VIEWS).path(MINE)).isEqualTo(before);

        put("\"views\":{}");
        assertThat(views(VIEWS).propertyNames()).containsExactly(MINE);
    }

    @Test
    void keepsItsNameWhenItIsSentBackInAnotherLanguage() {
        JsonNode before = views(VIEWS);
        JsonNode japanese = admin.get(VIEWS, "app", app, "lang", "ja").json().path("views");

        assertThat(put("\"views\":" + japanese).status()).isEqualTo(200);

        assertThat(views(VIEWS)).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{'index':0,'type':'CALENDAR'} | views[(Assigned to me)].type",
                "{'index':0,'type':'LIST','filterCond':'what = \\\"x\\\"'} | views[(Assigned to me)].filterCond",
            },
            quoteCharacter = '"')
    void showsNothingElseThanWhatIsMine(String view, String place) {
        JsonNode before = views(VIEWS);

        TestClient.Answer refused = put("\"views\":{\"(Assigned to me)\":" + view.replace('\'', '"') + "}");

        assertThat(refused.json().path("code").asString()).as(refused.text()).isEqualTo("CB_VA01");
        assertThat(refused.json().path("errors").propertyNames()).containsExactly(place);
        assertThat(views(VIEWS)).isEqualTo(before);
    }

    @Test
    void isHiddenFromWhoMayNotSeeAssignees() {
        admin.json("PUT", "/k/v1/preview/app/acl.json", """
                {"app":%s,"rights":[{"entity":{"type":"USER","code":"admin"},"appEditable":true,"recordViewable":true},
                 {"entity":{"type":"USER","code":"sato"},"recordViewable":true}]}""".formatted(app));
        admin.json("PUT", "/k/v1/preview/field/acl.json", """
                {"app":%s,"rights":[{"code":"Assignee","entities":[
                 {"entity":{"type":"USER","code":"admin"},"accessibility":"WRITE"}]}]}""".formatted(app));
        deploy();

        assertThat(views(LIVE).propertyNames()).containsExactly("all", MINE);
        assertThat(SERVER.client()
                        .as("sato")
                        .get(LIVE, "app", app)
                        .json()
                        .path("views")
                        .propertyNames())
                .containsExactly("all");
    }

    private String added() {
        return admin.json("POST", "/k/v1/record.json", "{\"app\":" + app + ",\"record\":{}}")
                .json()
                .path("id")
                .asString();
    }

    private void process(boolean on) {
        assertThat(admin.json("PUT", "/k/v1/preview/app/status.json", "{\"app\":%s,\"enable\":%s}".formatted(app, on))
                        .status())
                .isEqualTo(200);
    }

    private TestClient.Answer put(String parts) {
        return admin.json("PUT", VIEWS, "{\"app\":" + app + "," + parts + "}");
    }

    private JsonNode views(String path) {
        return admin.get(path, "app", app).json().path("views");
    }

    private void deploy() {
        assertThat(admin.json("POST", "/k/v1/preview/app/deploy.json", "{\"apps\":[{\"app\":" + app + "}]}")
                        .text())
                .isEqualTo("{}");
    }
}
