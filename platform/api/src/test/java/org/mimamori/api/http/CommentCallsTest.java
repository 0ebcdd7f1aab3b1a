package org.mimamori.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Comments as kintone's clients write and read them. */
class CommentCallsTest {

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private static String app = "";
    private static String record = "";

    private final TestClient coordinator = SERVER.client().as("coordinator");

    @BeforeAll
    static void child() {
        app = Long.toString(SERVER.app("child_register"));
    }

    @Test
    void writesACommentAndReadsItAsKintoneWouldAnswerIt() {
        newChild("M-1");
        comment(coordinator, "{\"text\":\"訪問しました。\\n元気でした。\"}");
        String second = comment(coordinator, """
                {"text":"確認をお願いします","mentions":[{"code":"nursery01","type":"USER"},
                 {"code":"office","type":"ORGANIZATION"},{"code":"coordinators","type":"GROUP"}]}""");

        JsonNode page = comments();

        assertThat(page.propertyNames()).containsExactly("comments", "older", "newer");
        JsonNode newest = page.at("/comments/0");
        assertThat(newest.propertyNames()).containsExactly("id", "text", "createdAt", "creator", "mentions");
        assertThat(newest.path("id").toString()).isEqualTo("\"" + second + "\"");
        assertThat(newest.path("text").asString()).isEqualTo("鈴木 花 調整機関 調整担当 \n確認をお願いします ");
        assertThat(newest.path("createdAt").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        assertThat(newest.path("creator").toString()).isEqualTo("{\"code\":\"coordinator\",\"name\":\"佐藤 調\"}");
        assertThat(newest.at("/mentions/1").toString()).isEqualTo("{\"code\":\"office\",\"type\":\"ORGANIZATION\"}");
        assertThat(page.at("/comments/1/text").asString()).isEqualTo("訪問しました。\n元気でした。 ");
    }

    @Test
    void showsAMentionThatTheTextHoldsWithoutItsSign() {
        newChild("M-2");
        comment(coordinator, """
                {"text":"@鈴木 花 さん、お願いします","mentions":[{"code":"nursery01","type":"USER"}]}""");

        assertThat(comments().at("/comments/0/text").asString()).isEqualTo("鈴木 花 さん、お願いします ");
    }

    @Test
    void pagesThroughCommentsBothWays() {
        newChild("M-3");
        for (int i = 1; i <= 3; i++) {
            comment(coordinator, "{\"text\":\"" + i + "\"}");
        }

        JsonNode middle = comments("order", "ASC", "offset", "1", "limit", "1");
        assertThat(texts(middle)).containsExactly("2 ");
        assertThat(middle.path("older").asBoolean()).isTrue();
        assertThat(middle.path("newer").asBoolean()).isTrue();
        JsonNode newest = comments("limit", "2");
        assertThat(texts(newest)).containsExactly("3 ", "2 ");
        assertThat(newest.path("older").asBoolean()).isTrue();
        assertThat(newest.path("newer").asBoolean()).isFalse();
        assertThat(texts(comments("offset", "3"))).isEmpty();
    }

    @Test
    void deletesOnlyOnesOwnComment() {
        newChild("M-4");
        String id = comment(coordinator, "{\"text\":\"消す\"}");

        assertThat(delete(SERVER.client().as("nursery01"), id)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("CB_NO02");
        assertThat(delete(coordinator, id).text()).isEqualTo("{}");
        assertThat(delete(coordinator, id).json().path("code").asString()).isEqualTo("GAIA_RE02");
    }

    @Test
    void hidesTheCommentsOfARecordOneMayNotSee() {
        newChild("M-5");
        comment(coordinator, "{\"text\":\"内緒\"}");

        TestClient.Answer answer =
                SERVER.client().as("nursery02").get("/k/v1/record/comments.json", "app", app, "record", record);
        assertThat(answer.json().path("code").asString()).isEqualTo("GAIA_RE01");
    }

    private void newChild(String number) {
        record = coordinator
                .json("POST", "/k/v1/record.json", """
                {"app":%s,"record":{"児童番号":{"value":"%s"},"児童氏名":{"value":"青木"},
                 "所属":{"value":[{"code":"nursery01"}]}}}""".formatted(app, number))
                .json()
                .path("id")
                .asString();
    }

    private static String comment(TestClient client, String comment) {
        TestClient.Answer answer = client.json(
                "POST",
                "/k/v1/record/comment.json",
                "{\"app\":%s,\"record\":\"%s\",\"comment\":%s}".formatted(app, record, comment));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("id").asString();
    }

    private static TestClient.Answer delete(TestClient client, String comment) {
        return client.delete("/k/v1/record/comment.json", "app", app, "record", record, "comment", comment);
    }

    private JsonNode comments(String... more) {
        String[] parameters = new String[4 + more.length];
        System.arraycopy(new String[] {"app", app, "record", record}, 0, parameters, 0, 4);
        System.arraycopy(more, 0, parameters, 4, more.length);
        return coordinator.get("/k/v1/record/comments.json", parameters).json();
    }

    private static List<String> texts(JsonNode page) {
        return StreamSupport.stream(page.path("comments").spliterator(), false)
                .map(one -> one.path("text").asString())
                .toList();
    }
}
