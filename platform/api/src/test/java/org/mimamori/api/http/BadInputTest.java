package org.mimamori.api.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mimamori.api.http.ApiScenario.named;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a caller sends: a clear answer with the right status and code, and nothing written. */
class BadInputTest {

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private static final String RECORD = "/k/v1/record.json";
    private static final String RECORDS = "/k/v1/records.json";

    @BeforeAll
    static void children() {
        String child =
                "{\"app\":{child_register},\"record\":{\"児童番号\":{\"value\":\"C-1\"},\"児童氏名\":{\"value\":\"青木 空\"}}}";
        new ScenarioRunner(SERVER)
                .play(named("a child").call("POST", RECORD, child).leaving(1));
    }

    static List<ApiScenario> records() {
        return List.of(
                named("required fields are missing, all at once")
                        .call("POST", RECORD, "{\"app\":{child_register}}")
                        .answers(
                                400,
                                "\"code\":\"CB_VA01\"",
                                "\"record.児童番号.value\":{\"messages\":[\"Required.\"]}",
                                "\"record.児童氏名.value\":{\"messages\":[\"Required.\"]}"),
                named("a text is too long")
                        .call("POST", RECORD, record("\"児童氏名\":{\"value\":\"" + "あ".repeat(21) + "\"}"))
                        .answers(400, "\"record.児童氏名.value\":{\"messages\":[\"Enter less than 21 characters.\"]}"),
                named("a number is out of bounds")
                        .call("POST", RECORD, record("\"学年\":{\"value\":7}"))
                        .answers(400, "\"record.学年.value\":{\"messages\":[\"The value must be 6 or less.\"]}"),
                named("a number is none")
                        .call("POST", RECORD, record("\"学年\":{\"value\":\"三\"}"))
                        .answers(400, "\"record[学年].value\":{\"messages\":[\"Only numbers are allowed.\"]}"),
                named("an option does not exist")
                        .call("POST", RECORD, record("\"区分\":{\"value\":\"不明\"}"))
                        .answers(
                                400,
                                "\"record.区分.value\":{\"messages\":[\"The value, \\\"不明\\\", is not in options.\"]}"),
                named("one of several options does not exist")
                        .call("POST", RECORD, record("\"関わり\":{\"value\":[\"訪問\",\"手紙\"]}"))
                        .answers(
                                400,
                                "\"record.関わり.values[1].value\":{\"messages\":[\"The value, \\\"手紙\\\", is not in"
                                        + " options.\"]}"),
                named("a date is none")
                        .call("POST", RECORD, record("\"生年月日\":{\"value\":\"2020-02-30\"}"))
                        .answers(400, "\"record.生年月日.value\""),
                named("a value is taken already")
                        .call("POST", RECORD, record("\"児童番号\":{\"value\":\"C-1\"}"))
                        .answers(
                                400,
                                "\"record.児童番号.value\":{\"messages\":[\"This value already exists in another record.\"]}"),
                named("a user does not exist")
                        .call("POST", RECORD, record("\"担当者\":{\"value\":[{\"code\":\"nobody\"}]}"))
                        .answers(400, "\"code\":\"GAIA_IL26\"", "(code: nobody)"),
                named("an organisation does not exist")
                        .call("POST", RECORD, record("\"所属\":{\"value\":[{\"code\":\"nowhere\"}]}"))
                        .answers(400, "\"code\":\"GAIA_IL28\""),
                named("a list where a text belongs")
                        .call("POST", RECORD, record("\"児童氏名\":{\"value\":[\"青木\"]}"))
                        .answers(400, "\"code\":\"CB_IJ01\"", "Invalid JSON string."),
                named("a text where a list belongs")
                        .call("POST", RECORD, record("\"関わり\":{\"value\":{}}"))
                        .answers(400, "\"code\":\"CB_IJ01\""),
                named("a field that is no object")
                        .call("POST", RECORD, record("\"児童氏名\":\"青木\""))
                        .answers(400, "\"code\":\"CB_IJ01\""),
                named("a file nobody uploaded")
                        .call("POST", RECORD, record("\"書類\":{\"value\":[{\"fileKey\":\"no-such-key\"}]}"))
                        .answers(404, "\"code\":\"GAIA_BL01\""),
                named("a character that cannot be stored")
                        .call("POST", RECORD, record("\"備考\":{\"value\":\"a\\u0000b\"}"))
                        .answers(400, "\"code\":\"CB_VA01\"", "record.備考.value"),
                named("a record that does not exist")
                        .call("PUT", RECORD, "{\"app\":{child_register},\"id\":99,\"record\":{}}")
                        .answers(404, "\"code\":\"GAIA_RE01\"", "The specified record (ID: 99) is not found."),
                named("a key nobody has")
                        .call(
                                "PUT",
                                RECORD,
                                "{\"app\":{child_register},\"updateKey\":{\"field\":\"児童番号\",\"value\":\"C-9\"},\"record\":{}}")
                        .answers(404, "\"code\":\"GAIA_RE20\""),
                named("a key field that allows duplicates")
                        .call(
                                "PUT",
                                RECORD,
                                "{\"app\":{child_register},\"updateKey\":{\"field\":\"児童氏名\",\"value\":\"x\"},\"record\":{}}")
                        .answers(400, "\"code\":\"CB_VA01\"", "\"updateKey.field\""),
                named("a key field that is in the record as well")
                        .call(
                                "PUT",
                                RECORD,
                                "{\"app\":{child_register},\"updateKey\":{\"field\":\"児童番号\",\"value\":\"C-1\"},"
                                        + "\"record\":{\"児童番号\":{\"value\":\"C-2\"}}}")
                        .answers(400, "\"updateKey.field\""),
                named("neither number nor key")
                        .call("PUT", RECORD, "{\"app\":{child_register},\"record\":{}}")
                        .answers(400, "\"id\":{\"messages\":[\"Required field.\"]}"),
                named("a revision that is not the latest")
                        .call("PUT", RECORD, "{\"app\":{child_register},\"id\":1,\"revision\":9,\"record\":{}}")
                        .answers(409, "\"code\":\"GAIA_CO02\""),
                named("one bad record among good ones")
                        .call(
                                "POST",
                                RECORDS,
                                "{\"app\":{child_register},\"records\":["
                                        + "{\"児童番号\":{\"value\":\"C-2\"},\"児童氏名\":{\"value\":\"石井 海\"}},"
                                        + "{\"児童番号\":{\"value\":\"C-3\"}}]}")
                        .answers(400, "{\"records[1].児童氏名.value\":{\"messages\":[\"Required.\"]}}")
                        .without("records[0]"),
                named("101 records")
                        .call("POST", RECORDS, "{\"app\":{child_register},\"records\":[" + "{},".repeat(100) + "{}]}")
                        .answers(
                                400,
                                "{\"records\":{\"messages\":[\"A maximum of 100 records can be added at one time.\"]}}"),
                named("a row that stands twice")
                        .call("POST", RECORD, table("{\"id\":\"7\",\"value\":{}},{\"id\":\"7\",\"value\":{}}"))
                        .answers(400, "\"record.面談.value\""),
                named("a cell that is no date")
                        .call("POST", RECORD, table("{\"value\":{}},{\"value\":{\"面談_日付\":{\"value\":\"春\"}}}"))
                        .answers(400, "\"record.面談.value[1].value.面談_日付.value\""),
                named("an option of a cell that does not exist")
                        .call("POST", RECORD, table("{\"value\":{\"面談_持ち物\":{\"value\":[\"水筒\",\"傘\"]}}}"))
                        .answers(400, "\"record.面談.value[0].value.面談_持ち物.values[1].value\""),
                named("a table that is no list")
                        .call("POST", RECORD, "{\"app\":{every_field},\"record\":{\"面談\":{\"value\":{}}}}")
                        .answers(400, "\"code\":\"CB_IJ01\""),
                named("a lookup key the source does not have")
                        .call("POST", RECORD, "{\"app\":{every_field},\"record\":{\"きょうだい\":{\"value\":\"C-999\"}}}")
                        .answers(400, "\"code\":\"GAIA_LO04\"", "A value C-999 in the field きょうだい"),
                named("deleting nothing")
                        .call("DELETE", RECORDS, "{\"app\":{child_register},\"ids\":[]}")
                        .answers(400, "Between 1 and 100 records can be deleted at one time.", "Required field."),
                named("deleting one that exists and one that does not")
                        .call("DELETE", RECORDS, "{\"app\":{child_register},\"ids\":[1,99]}")
                        .answers(404, "\"code\":\"GAIA_RE01\""));
    }

    static List<ApiScenario> parameters() {
        return List.of(
                named("every missing parameter is named")
                        .get(RECORD)
                        .answers(
                                400,
                                "{\"app\":{\"messages\":[\"Required field.\"]},\"id\":{\"messages\":[\"Required"
                                        + " field.\"]}}"),
                named("an empty parameter is a missing one")
                        .get(RECORDS + "?app=")
                        .answers(400, "\"app\""),
                named("an app below one")
                        .get(RECORDS + "?app=0")
                        .answers(400, "{\"app\":{\"messages\":[\"must be greater than or equal to 1\"]}}"),
                named("an app that is no number")
                        .get(RECORDS + "?app=abc")
                        .answers(400, "{\"app\":{\"messages\":[\"Only numbers are allowed.\"]}}"),
                named("an app that is a list")
                        .call("GET", RECORDS, "{\"app\":[1]}")
                        .answers(400, "\"code\":\"CB_IJ01\""),
                named("an app that does not exist")
                        .get(RECORDS + "?app=999")
                        .answers(404, "\"code\":\"GAIA_AP01\"", "The app (ID: 999) not found."),
                named("an order that is none")
                        .get("/k/v1/record/comments.json?app={child_register}&record=1&order=up")
                        .answers(400, "{\"order\":{\"messages\":[\"must be one of the enum value\"]}}"),
                named("a page of comments that is too large")
                        .get("/k/v1/record/comments.json?app={child_register}&record=1&limit=11")
                        .answers(400, "\"limit\""),
                named("a comment without text")
                        .call(
                                "POST",
                                "/k/v1/record/comment.json",
                                "{\"app\":{child_register},\"record\":1,\"comment\":{\"text\":\"\"}}")
                        .answers(400, "\"comment.text\":{\"messages\":[\"Required field.\"]}"),
                named("a comment that is too long")
                        .call(
                                "POST",
                                "/k/v1/record/comment.json",
                                "{\"app\":{child_register},\"record\":1,\"comment\":{\"text\":\"" + "あ".repeat(65_536)
                                        + "\"}}")
                        .answers(400, "\"comment.text\":{\"messages\":[\"Enter less than 65536 characters.\"]}"),
                named("a comment that mentions nobody known")
                        .call(
                                "POST",
                                "/k/v1/record/comment.json",
                                "{\"app\":{child_register},\"record\":1,\"comment\":{\"text\":\"x\",\"mentions\":"
                                        + "[{\"code\":\"nobody\",\"type\":\"USER\"}]}}")
                        .answers(400, "\"code\":\"GAIA_IL26\""),
                named("a comment that does not exist")
                        .call(
                                "DELETE",
                                "/k/v1/record/comment.json",
                                "{\"app\":{child_register},\"record\":1,\"comment\":99}")
                        .answers(400, "\"code\":\"GAIA_RE02\""),
                named("a file that does not exist")
                        .get("/k/v1/file.json?fileKey=nothing")
                        .answers(404, "\"code\":\"GAIA_BL01\"", "The specified file (id: nothing) not found."),
                named("no file key")
                        .get("/k/v1/file.json")
                        .answers(400, "{\"fileKey\":{\"messages\":[\"Required field.\"]}}"));
    }

    static List<ApiScenario> queries() {
        return List.of(
                query("a query that does not parse", "児童氏名 = 'x'").answers(400, "\"code\":\"CB_VA01\"", "{\"query\":{"),
                query("an unknown field", "無い項目 = \"x\"").answers(400, "\"code\":\"GAIA_IQ11\"", "(無い項目)"),
                query("an operator the type lacks", "備考 = \"x\"").answers(400, "\"code\":\"GAIA_IQ03\""),
                query("an option that does not exist", "区分 in (\"不明\")").answers(400, "\"code\":\"GAIA_IQ10\""),
                query("a limit that is too large", "limit 501")
                        .answers(400, "\"code\":\"GAIA_QU01\"", "limit must be 500 or less."),
                query("an offset that is too large", "offset 10001")
                        .answers(400, "\"code\":\"GAIA_QU02\"", "offset must be 10,000 or less."),
                query("an order no list can have", "order by 備考 asc").answers(400, "\"code\":\"GAIA_IQ"),
                query("a day that is none", "生年月日 = THIS_MONTH(32)").answers(400, "\"code\":\"GAIA_IQ23\""),
                query("a unit that is none", "生年月日 = FROM_TODAY(1, HOURS)").answers(400, "\"code\":\"GAIA_IQ25\""),
                query("too few arguments", "生年月日 = FROM_TODAY(1)").answers(400, "\"code\":\"GAIA_IL08\""),
                query("a person who does not exist", "担当者 in (\"nobody\")").answers(400, "\"code\":\"GAIA_I"),
                query("deep nesting", "(".repeat(5000) + "学年 = 1" + ")".repeat(5000))
                        .answers(400, "\"code\":\"CB_VA01\""));
    }

    static List<ApiScenario> transport() {
        return List.of(
                named("no such call").get("/k/v1/nothing.json").answers(404, "\"code\":\"CB_IL02\""),
                named("no such folder").get("/k/v2/record.json").answers(404, "\"code\":\"CB_IL02\""),
                named("a path with a hole").get("/k/v1/../v1/nothing").answers(404),
                named("a method that is not allowed")
                        .call("PATCH", RECORD, "{\"app\":{child_register}}")
                        .answers(405, "\"code\":\"CB_IL02\""),
                named("JSON that ends too early")
                        .call("POST", RECORD, "{\"app\":")
                        .answers(400, "\"code\":\"CB_IJ01\""),
                named("JSON that is a list").call("POST", RECORD, "[1]").answers(400, "\"code\":\"CB_IJ01\""),
                named("a key that stands twice")
                        .call("POST", RECORD, "{\"app\":{child_register},\"app\":2}")
                        .answers(400, "\"code\":\"CB_IJ01\""),
                named("deep JSON")
                        .call("POST", RECORD, "{\"app\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}")
                        .answers(400, "\"code\":\"CB_IJ01\""),
                named("a number with an enormous exponent")
                        .call("GET", RECORDS, "{\"app\":1e999999999}")
                        .answers(400),
                named("a method override for reading only")
                        .call("POST", RECORD, "{\"app\":{child_register}}")
                        .header("X-HTTP-Method-Override", "TRACE")
                        .answers(400, "\"code\":\"CB_IL02\""),
                named("a guest space that does not exist")
                        .get("/k/guest/1/v1/records.json?app={child_register}")
                        .answers(403, "\"code\":\"CB_NO02\"", "No privilege to proceed."),
                named("a guest space with an enormous number")
                        .get("/k/guest/9223372036854775807/v1/record.json?app=1&id=1")
                        .answers(403, "\"code\":\"CB_NO02\""),
                named("nobody is signed in").by("").get(RECORDS + "?app=1").answers(401, "\"code\":\"CB_AU01\""),
                named("nobody is signed in, and the path does not exist")
                        .by("")
                        .get("/k/v1/nothing.json")
                        .answers(401, "\"code\":\"CB_AU01\""));
    }

    @ParameterizedTest
    @MethodSource({"records", "parameters", "queries", "transport"})
    void refuses(ApiScenario scenario) {
        new ScenarioRunner(SERVER).play(scenario);
    }

    @Test
    void refusesTenMegabytesOfJsonAndHearsTheSenderOut() {
        String body = "{\"app\":1,\"record\":{\"備考\":{\"value\":\"" + "x".repeat(10 * 1024 * 1024) + "\"}}}";

        TestClient.Answer answer = SERVER.client().as("coordinator").json("POST", RECORD, body);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().path("code").asString()).isEqualTo("CB_IL02");
        assertThat(answer.json().path("message").asString()).isEqualTo("The request is larger than 8388608 bytes.");
    }

    @Test
    void refusesAnAddressThatIsNone() throws IOException {
        // No client library sends one, so it is written by hand.
        try (Socket socket = new Socket("localhost", SERVER.port())) {
            String login = Base64.getEncoder().encodeToString("coordinator:coordinator!".getBytes(UTF_8));
            socket.getOutputStream()
                    .write(("GET /k/v1/records.json?app=1&query=%zz HTTP/1.1\r\nHost: localhost\r\n"
                                    + "X-Cybozu-Authorization: " + login + "\r\nConnection: close\r\n\r\n")
                            .getBytes(UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 400").contains("\"code\":\"CB_IL02\"");
        }
    }

    @Test
    void refusesBrokenUtf8() {
        byte[] body = {'{', '"', 'a', '"', ':', '"', (byte) 0xFF, (byte) 0xFE, '"', '}'};

        TestClient.Answer answer = SERVER.client()
                .as("coordinator")
                .with("Content-Type", "application/json")
                .send("POST", RECORD, BodyPublishers.ofByteArray(body));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("code").asString()).isEqualTo("CB_IJ01");
    }

    @Test
    void refusesABodyThatDoesNotSayItIsJson() {
        TestClient client = SERVER.client().as("coordinator");
        String body = "{\"app\":" + SERVER.app("child_register") + "}";

        for (String type :
                List.of("", "text/plain", "application/x-www-form-urlencoded", "nonsense", "multipart/form-data")) {
            TestClient typed = type.isEmpty() ? client : client.with("Content-Type", type);
            TestClient.Answer answer = typed.send("POST", RECORD, BodyPublishers.ofString(body));
            assertThat(answer.status()).as(type).isEqualTo(400);
            assertThat(answer.json().path("code").asString()).as(type).isEqualTo("CB_IL02");
        }
    }

    @Test
    void speaksTheCallersLanguage() {
        TestClient.Answer answer = SERVER.client().as("nursery01").get(RECORDS, "app", "0");

        assertThat(answer.json().path("message").asString()).isEqualTo("入力内容が正しくありません。");
        assertThat(answer.json().at("/errors/app/messages/0").asString()).isEqualTo("最小でも1以上です。");
        assertThat(SERVER.client()
                        .as("coordinator")
                        .with("Accept-Language", "zh-CN")
                        .get(RECORDS, "app", "0")
                        .json()
                        .path("message")
                        .asString())
                .isEqualTo("输入有误。");
    }

    private static ApiScenario query(String name, String query) {
        String escaped = query.replace("\\", "\\\\").replace("\"", "\\\"");
        return named(name).call("GET", RECORDS, "{\"app\":{child_register},\"query\":\"" + escaped + "\"}");
    }

    private static String table(String rows) {
        return "{\"app\":{every_field},\"record\":{\"面談\":{\"value\":[" + rows + "]}}}";
    }

    /** A record that is sound but for the fields given, which come last and so do not stand twice. */
    private static String record(String fields) {
        String number = fields.contains("児童番号") ? "" : "\"児童番号\":{\"value\":\"C-new\"},";
        String name = fields.contains("児童氏名") ? "" : "\"児童氏名\":{\"value\":\"新しい子\"},";
        return "{\"app\":{child_register},\"record\":{" + number + name + fields + "}}";
    }
}
