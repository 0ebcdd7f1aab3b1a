package org.mimamori.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The search over all apps: what is found, in which order, and by whom. */
@TestInstance(Lifecycle.PER_CLASS)
class SearchCallsTest {

    private static final String SEARCH = "/k/v1/search.json";

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private TestClient admin = new TestClient("", List.of());
    private String first = "";
    private String second = "";

    /**
     * Two apps; in the first one, nobody but the administrator may see the secret, and records of "closed" stay shut.
     */
    @BeforeAll
    void fillTwoApps() {
        admin = SERVER.client().as("admin");
        first = make("一つ目", """
                "name": {"type": "SINGLE_LINE_TEXT", "code": "name", "label": "名前"},
                "secret": {"type": "MULTI_LINE_TEXT", "code": "secret", "label": "秘密"},
                "state": {"type": "DROP_DOWN", "code": "state", "label": "状態", "options": {
                  "open": {"label": "open", "index": 0}, "closed": {"label": "closed", "index": 1}}}""");
        second = make("二つ目", """
                "title": {"type": "SINGLE_LINE_TEXT", "code": "title", "label": "題"},
                "note": {"type": "RICH_TEXT", "code": "note", "label": "メモ"}""");
        restrict();
        add(first, "\"name\":{\"value\":\"さくら 保育園\"},\"secret\":{\"value\":\"暗号は熊\"},\"state\":{\"value\":\"open\"}");
        add(first, "\"name\":{\"value\":\"もも 保育園\"},\"state\":{\"value\":\"closed\"}");
        add(second, "\"title\":{\"value\":\"面談\"},\"note\":{\"value\":\"<p>サクラ組の熊</p>\"}");
    }

    private String make(String name, String fields) {
        String app = admin.json("POST", "/k/v1/preview/app.json", "{\"name\":\"" + name + "\"}")
                .json()
                .path("app")
                .asString();
        admin.json(
                "POST", "/k/v1/preview/app/form/fields.json", "{\"app\":" + app + ",\"properties\":{" + fields + "}}");
        assertThat(admin.json("POST", "/k/v1/preview/app/deploy.json", "{\"apps\":[{\"app\":" + app + "}]}")
                        .text())
                .isEqualTo("{}");
        return app;
    }

    /** Lets everybody view both apps, as the definitions' files would. */
    private void restrict() {
        String everybody = "{\"entity\":{\"type\":\"GROUP\",\"code\":\"everyone\"},\"recordViewable\":true}";
        SERVER.change(Long.parseLong(first), json -> {
            json.withObjectProperty("permissions")
                    .withObjectProperty("app")
                    .withArrayProperty("rights")
                    .add(TestServer.json(everybody));
            json.withObjectProperty("permissions").set("record", TestServer.json("""
                    {"rights": [{"filterCond": "state in (\\"closed\\")", "entities": [
                       {"entity": {"type": "USER", "code": "admin"}, "viewable": true, "editable": true},
                       {"entity": {"type": "GROUP", "code": "everyone"}, "viewable": false}]}]}"""));
            json.withObjectProperty("permissions").set("field", TestServer.json("""
                    {"rights": [{"code": "secret", "entities": [
                       {"entity": {"type": "USER", "code": "admin"}, "accessibility": "WRITE"},
                       {"entity": {"type": "GROUP", "code": "everyone"}, "accessibility": "NONE"}]}]}"""));
        });
    }

    private void add(String app, String record) {
        SERVER.clock().advance(java.time.Duration.ofMinutes(1));
        TestClient.Answer added =
                admin.json("POST", "/k/v1/record.json", "{\"app\":" + app + ",\"record\":{" + record + "}}");
        assertThat(added.status()).as(added.text()).isEqualTo(200);
    }

    private JsonNode search(TestClient client, String body) {
        TestClient.Answer answer = client.json("POST", SEARCH, "{" + body.replace('\'', '"') + "}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> found(JsonNode answer) {
        return answer.path("hits")
                .valueStream()
                .map(hit -> hit.at("/record/recordTitle").asString())
                .toList();
    }

    @Test
    void tellsOfARecordWhereTheWordWasFound() {
        JsonNode answer = search(admin, "'query':[{'operator':'AND','keywords':['さくら','保育']}]");

        assertThat(answer.path("nextPageToken").isNull()).isTrue();
        assertThat(answer.path("hits")).hasSize(1);
        JsonNode hit = answer.path("hits").get(0);
        assertThat(hit.propertyNames()).containsExactly("type", "url", "snippets", "record");
        assertThat(hit.path("type").asString()).isEqualTo("RECORD");
        assertThat(hit.path("url").asString()).endsWith("/apps/app_" + first + "/1");
        assertThat(hit.path("snippets").toString()).isEqualTo("[\"さくら 保育園\"]");
        assertThat(hit.path("record").propertyNames())
                .containsExactly(
                        "appId", "appName", "recordId", "recordTitle", "createdAt", "creator", "matchedFields");
        assertThat(hit.at("/record/appName").asString()).isEqualTo("一つ目");
        assertThat(hit.at("/record/matchedFields").toString()).isEqualTo("[{\"code\":\"name\",\"label\":\"名前\"}]");
        assertThat(hit.at("/record/creator/code").asString()).isEqualTo("admin");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'operator':'OR','keywords':['さくら','もも']} | 面談,もも 保育園,さくら 保育園",
                "{'operator':'OR','keywords':['さくら','もも']},{'operator':'NOT','keywords':['もも']} | 面談,さくら 保育園",
                "{'operator':'AND','keywords':['さくら']},{'operator':'OR','keywords':['熊','虎']} | 面談,さくら 保育園",
                "{'operator':'NOT','keywords':['もも']} | ``",
            })
    void joinsEntriesByAnd(String query, String titles) {
        assertThat(String.join(",", found(search(admin, "'query':[" + query + "]"))))
                .isEqualTo(titles);
    }

    @Test
    void findsNothingThatRightsHide() {
        TestClient visitor = SERVER.client().as("visitor");

        assertThat(found(search(admin, "'query':[{'operator':'OR','keywords':['熊','保育園']}]")))
                .containsExactly("面談", "もも 保育園", "さくら 保育園");
        assertThat(found(search(visitor, "'query':[{'operator':'OR','keywords':['熊','保育園']}]")))
                .containsExactly("さくら 保育園");
        assertThat(found(search(visitor, "'query':[{'operator':'AND','keywords':['暗号']}]")))
                .isEmpty();
        assertThat(found(search(
                        visitor,
                        "'query':[{'operator':'AND','keywords':['保育園']},{'operator':'NOT','keywords':['暗号']}]")))
                .containsExactly("さくら 保育園");
    }

    @Test
    void looksOnlyWhereItIsTold() {
        String sakura = "'query':[{'operator':'AND','keywords':['さくら']}]";

        assertThat(found(search(admin, sakura + ",'scopes':[{'scope':'APP','ids':['" + second + "']}]")))
                .containsExactly("面談");
        assertThat(found(search(admin, sakura + ",'excludeScopes':[{'scope':'APP','ids':[" + second + "]}]")))
                .containsExactly("さくら 保育園");
        assertThat(found(search(admin, sakura + ",'scopes':[{'scope':'PEOPLE'}]")))
                .isEmpty();
        assertThat(found(search(admin, sakura + ",'types':['RECORD_COMMENT']"))).isEmpty();
        assertThat(found(search(admin, sakura + ",'creators':['visitor']"))).isEmpty();
        assertThat(found(search(admin, sakura + ",'createdAfter':'2000-01-01T00:00:00+09:00'")))
                .hasSize(2);
        assertThat(found(search(admin, sakura + ",'createdBefore':'2000-01-01T00:00:00Z'")))
                .isEmpty();
    }

    @Test
    void goesOnPageByPageWithoutMissingOrRepeatingAny() {
        String app = make("多数", "\"t\":{\"type\":\"SINGLE_LINE_TEXT\",\"code\":\"t\",\"label\":\"T\"}");
        String many = IntStream.rangeClosed(1, 30)
                .mapToObj(i -> "{\"t\":{\"value\":\"たくさん " + i + "\"}}")
                .collect(Collectors.joining(","));
        admin.json("POST", "/k/v1/records.json", "{\"app\":" + app + ",\"records\":[" + many + "]}");
        add(app, "\"t\":{\"value\":\"たくさん 31\"}");
        for (String order : List.of("ASC", "DESC")) {
            List<String> all = new ArrayList<>();
            String token = "";
            do {
                JsonNode page = search(
                        admin,
                        "'query':[{'operator':'AND','keywords':['たくさん']}],'limit':7,'sort':{'by':'CREATED_AT','order':'"
                                + order + "'},'pageToken':'" + token + "'");
                all.addAll(found(page));
                token = page.path("nextPageToken").asString("");
            } while (!token.isEmpty());
            assertThat(all).as(order).hasSize(31).doesNotHaveDuplicates();
            assertThat(order.equals("ASC") ? all.getLast() : all.getFirst()).isEqualTo("たくさん 31");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'query':[] | query",
                "`` | query",
                "'query':[{'operator':'XOR','keywords':['a']}] | query.operator",
                "'query':[{'operator':'AND','keywords':[]}] | query.keywords",
                "'query':[{'operator':'AND','keywords':['a']}],'limit':21 | limit",
                "'query':[{'operator':'AND','keywords':['a']}],'sort':{'by':'RELEVANCE','order':'ASC'} | sort.order",
                "'query':[{'operator':'AND','keywords':['a']}],'types':['NOTE'] | types[0]",
                "'query':[{'operator':'AND','keywords':['a']}],'createdAfter':'yesterday' | createdAfter",
                "'query':[{'operator':'AND','keywords':['a']}],'pageToken':'x!' | pageToken",
            })
    void saysWhatIsWrong(String body, String place) {
        TestClient.Answer refused = admin.json("POST", SEARCH, "{" + body.replace('\'', '"') + "}");

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.json().path("code").asString()).isEqualTo("CB_VA01");
        assertThat(refused.json().path("errors").propertyNames().stream()
                        .map(name -> name.replaceFirst("query\\[0]", "query"))
                        .toList())
                .contains(place);
    }
}
