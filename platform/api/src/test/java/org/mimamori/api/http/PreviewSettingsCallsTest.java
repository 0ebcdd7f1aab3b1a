package org.mimamori.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Views, general settings, notes and named scripts as kintone's settings calls change them. */
class PreviewSettingsCallsTest {

    private static final String VIEWS = "/k/v1/preview/app/views.json";
    private static final String SETTINGS = "/k/v1/preview/app/settings.json";
    private static final String NOTES = "/k/v1/preview/app/adminNotes.json";
    private static final String CUSTOMIZE = "/k/v1/preview/app/customize.json";
    private static final String FILE = "/k/v1/file.json";

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private final TestClient admin = SERVER.client().as("admin");
    private final TestClient visitor = SERVER.client().as("visitor");
    private String app = "";

    @BeforeEach
    void makeAnApp() {
        app = admin.json("POST", "/k/v1/preview/app.json", "{\"name\":\"looks\"}")
                .json()
                .path("app")
                .asString();
        admin.json("POST", "/k/v1/preview/app/form/fields.json", """
                {"app": %s, "properties": {
                   "name": {"type": "SINGLE_LINE_TEXT", "code": "name", "label": "N"},
                   "day": {"type": "DATE", "code": "day", "label": "D"}}}""".formatted(app));
    }

    private TestClient.Answer put(String path, String more) {
        return admin.json("PUT", path, "{\"app\":" + app + "," + more + "}");
    }

    private JsonNode get(String path) {
        return admin.get(path, "app", app).json();
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }

    private void deploy() {
        assertThat(admin.json("POST", "/k/v1/preview/app/deploy.json", "{\"apps\":[{\"app\":" + app + "}]}")
                        .text())
                .isEqualTo("{}");
    }

    private String upload(String name, String type, byte[] content) {
        String head = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: " + type + "\r\n\r\n";
        byte[] start = head.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] end = "\r\n--x--\r\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return admin.with("Content-Type", "multipart/form-data; boundary=x")
                .send("POST", FILE, BodyPublishers.ofByteArrays(java.util.List.of(start, content, end)))
                .json()
                .path("fileKey")
                .asString();
    }

    private static byte[] picture() {
        return java.util.Base64.getDecoder()
                .decode(
                        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    }

    @Test
    void namesViewsByNumberAndKeepsItWhenTheyAreRenamed() {
        TestClient.Answer made = put(VIEWS, """
                "views": {
                  "一覧": {"index": "1", "type": "LIST", "name": "一覧", "fields": ["name", "day"],
                    "filterCond": "day = TODAY()", "sort": "day desc"},
                  "暦": {"index": 0, "type": "CALENDAR", "name": "暦"}}""");
        assertThat(made.status()).as(made.text()).isEqualTo(200);
        String list = made.json().at("/views/一覧/id").asString();
        assertThat(made.json().path("revision").asString()).isEqualTo("4");
        assertThat(get(VIEWS))
                .isEqualTo(json("""
                {"views": {
                   "暦": {"type": "CALENDAR", "name": "暦", "id": "%s", "filterCond": "", "sort": "Record_number desc",
                     "index": "0", "date": "Created_datetime", "title": "Record_number"},
                   "一覧": {"type": "LIST", "name": "一覧", "id": "%s", "filterCond": "day = TODAY()", "sort": "day desc",
                     "index": "1", "fields": ["name", "day"]}},
                 "revision": "4"}""".formatted(made.json().at("/views/暦/id").asString(), list)));

        TestClient.Answer renamed = put(VIEWS, """
                "views": {"一覧": {"index": "0", "type": "LIST", "name": "今日"},
                          "もう一つ": {"index": "1", "type": "LIST"}}""");

        assertThat(renamed.json().at("/views/今日/id").asString()).isEqualTo(list);
        assertThat(renamed.json().at("/views/もう一つ/id").asString()).isNotIn("", list);
        JsonNode views = get(VIEWS).path("views");
        assertThat(views.propertyNames()).containsExactly("今日", "もう一つ");
        assertThat(views.at("/今日/fields").toString()).isEqualTo("[\"name\",\"day\"]");
        assertThat(views.at("/今日/filterCond").asString()).isEqualTo("day = TODAY()");
    }

    @Test
    void twoViewsMayChangeNames() {
        JsonNode ids = put(VIEWS, """
                "views": {"a": {"index": 0, "type": "LIST"}, "b": {"index": 1, "type": "LIST"}}""").json();

        JsonNode swapped = put(VIEWS, """
                "views": {"a": {"index": 0, "type": "LIST", "name": "b"}, "b": {"index": 1, "type": "LIST", "name": "a"}}""").json();

        assertThat(swapped.at("/views/b/id")).isEqualTo(ids.at("/views/a/id"));
        assertThat(swapped.at("/views/a/id")).isEqualTo(ids.at("/views/b/id"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'v':{'type':'LIST'}} | CB_VA01 | views[v].index",
                "{'v':{'index':0}} | CB_VA01 | views[v].type",
                "{'v':{'index':0,'type':'CARDS'}} | CB_VA01 | views[v].type",
                "{'v':{'index':0,'type':'LIST','name':'other'}} | CB_VA01 | views[v].name",
                "{'v':{'index':0,'type':'LIST'},'w':{'index':0,'type':'LIST'}} | CB_VA01 | views[w].index",
                "{'v':{'index':0,'type':'LIST','fields':['nobody']}} | GAIA_FC01 |",
                "{'v':{'index':0,'type':'LIST','filterCond':'name ='}} | CB_VA01 | views[v].filterCond",
                "{'v':{'index':0,'type':'CALENDAR','date':'name'}} | CB_VA01 | views[v].date",
                "{'v':1} | CB_IJ01 |",
            })
    void saysWhatIsWrongWithAView(String views, String code, String place) {
        TestClient.Answer refused = put(VIEWS, "\"views\":" + views.replace('\'', '"'));

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.json().path("code").asString()).as(refused.text()).isEqualTo(code);
        if (place != null) {
            assertThat(refused.json().path("errors").propertyNames()).contains(place);
        }
    }

    @Test
    void leavesViewsOfOwnHtmlToAdministratorsOfTheSite() {
        String register = Long.toString(SERVER.app("child_register"));
        TestClient program = SERVER.client().token("all");
        String custom = "{\"app\":" + register
                + ",\"views\":{\"own\":{\"index\":0,\"type\":\"CUSTOM\",\"html\":\"<p>x</p>\"}}}";

        assertThat(program.json("PUT", VIEWS, custom).text()).contains("GAIA_NO01");
        assertThat(SERVER.client().as("coordinator").json("PUT", VIEWS, custom).status())
                .isEqualTo(403);

        TestClient.Answer made = put(VIEWS, """
                "views": {"own": {"index": 0, "type": "CUSTOM", "html": "<p>x</p>"}}""");
        assertThat(made.status()).as(made.text()).isEqualTo(200);
        assertThat(get(VIEWS).at("/views/own").propertyNames())
                .containsExactly("type", "name", "id", "filterCond", "sort", "index", "html", "pager", "device");
    }

    @Test
    void changesOnlyTheSettingsThatAreGiven() {
        assertThat(put(SETTINGS, """
                        "name": "見守り", "description": "<b>毎日</b><script>alert(1)</script>", "theme": "CLIPBOARD",
                        "icon": {"type": "PRESET", "key": "APP42"},
                        "titleField": {"selectionMode": "MANUAL", "code": "name"},
                        "enableThumbnails": "false", "enableBulkDeletion": true, "enableComments": false,
                        "enableDuplicateRecord": false, "enableInlineRecordEditing": false,
                        "numberPrecision": {"digits": "20", "roundingMode": "UP"}, "firstMonthOfFiscalYear": 1,
                        "revision": 3, "unheardOf": []""").text()).isEqualTo("{\"revision\":\"4\"}");

        assertThat(get(SETTINGS)).isEqualTo(json("""
                {"name": "見守り", "description": "<b>毎日</b>", "icon": {"type": "PRESET", "key": "APP42"},
                 "theme": "CLIPBOARD", "titleField": {"selectionMode": "MANUAL", "code": "name"},
                 "enableThumbnails": false, "enableBulkDeletion": true, "enableComments": false,
                 "enableDuplicateRecord": false, "enableInlineRecordEditing": false,
                 "numberPrecision": {"digits": "20", "decimalPlaces": "4", "roundingMode": "UP"},
                 "firstMonthOfFiscalYear": "1", "revision": "4"}"""));

        put(SETTINGS, "\"titleField\":{\"selectionMode\":\"AUTO\",\"code\":\"\"},\"name\":\"別名\"");
        assertThat(get(SETTINGS).at("/titleField").toString()).isEqualTo("{\"selectionMode\":\"AUTO\",\"code\":\"\"}");
        assertThat(get(SETTINGS).path("theme").asString()).isEqualTo("CLIPBOARD");
        deploy();
        assertThat(admin.get("/k/v1/app.json", "id", app).json().path("name").asString())
                .isEqualTo("別名");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'name':' ' | CB_VA01 | name",
                "'theme':'PINK' | CB_VA01 | theme",
                "'icon':{'type':'PRESET','key':'APP91'} | CB_VA01 | icon.key",
                "'titleField':{'selectionMode':'MANUAL','code':'nobody'} | GAIA_FC01 |",
                "'numberPrecision':{'digits':31} | CB_VA01 | numberPrecision.digits",
                "'firstMonthOfFiscalYear':'13' | CB_VA01 | firstMonthOfFiscalYear",
                "'enableComments':'maybe' | CB_IJ01 |",
                "'icon':{'type':'FILE','file':{'fileKey':'nokey'}} | GAIA_BL01 |",
            })
    void saysWhatIsWrongWithTheSettings(String settings, String code, String place) {
        TestClient.Answer refused = put(SETTINGS, settings.replace('\'', '"'));

        assertThat(refused.json().path("code").asString()).as(refused.text()).isEqualTo(code);
        if (place != null) {
            assertThat(refused.json().path("errors").propertyNames()).contains(place);
        }
        assertThat(get(SETTINGS).path("revision").asString()).isEqualTo("3");
    }

    @Test
    void keepsAPictureAsIconForThoseWhoSeeTheApp() {
        String key = upload("face.png", "image/png", picture());

        TestClient.Answer set = put(SETTINGS, "\"icon\":{\"type\":\"FILE\",\"file\":{\"fileKey\":\"" + key + "\"}}");
        assertThat(set.status()).as(set.text()).isEqualTo(200);
        deploy();

        JsonNode icon = admin.get("/k/v1/app/settings.json", "app", app).json().path("icon");
        assertThat(icon.at("/file/name").asString()).isEqualTo("face.png");
        assertThat(icon.at("/file/contentType").asString()).isEqualTo("image/png");
        assertThat(icon.at("/file/size").asString()).isEqualTo(Integer.toString(picture().length));
        String kept = icon.at("/file/fileKey").asString();
        assertThat(kept).isNotEqualTo(key);
        assertThat(admin.get(FILE, "fileKey", kept).bytes()).isEqualTo(picture());
        assertThat(visitor.get(FILE, "fileKey", kept).text()).contains("GAIA_BL01");
        assertThat(admin.get(FILE, "fileKey", key).status()).isEqualTo(404);

        assertThat(put(SETTINGS, "\"icon\":" + icon).status()).isEqualTo(200);
        assertThat(get(SETTINGS).path("icon")).isEqualTo(icon);
        assertThat(put(
                                SETTINGS,
                                "\"icon\":{\"type\":\"FILE\",\"file\":{\"fileKey\":\""
                                        + upload("a.txt", "text/plain", new byte[] {'a'}) + "\"}}")
                        .text())
                .contains("GAIA_BL01");
    }

    @Test
    void keepsNotesForWhoManagesTheApp() {
        assertThat(put(
                                NOTES,
                                "\"content\":\"<p>鍵は金庫</p><img onerror=x src=y>\",\"includeInTemplateAndDuplicates\":true")
                        .text())
                .isEqualTo("{\"revision\":\"4\"}");

        assertThat(get(NOTES).path("content").asString())
                .startsWith("<p>鍵は金庫</p>")
                .doesNotContain("onerror");
        put(NOTES, "\"includeInTemplateAndDuplicates\":\"false\"");
        assertThat(get(NOTES).path("content").asString()).startsWith("<p>鍵は金庫</p>");
        assertThat(get(NOTES).path("includeInTemplateAndDuplicates").asBoolean(true))
                .isFalse();
        deploy();
        assertThat(get("/k/v1/app/adminNotes.json").path("revision").asString()).isEqualTo("5");
        assertThat(put(NOTES, "\"content\":\"" + "x".repeat(10_001) + "\"")
                        .json()
                        .path("errors")
                        .propertyNames())
                .containsExactly("content");
        String register = Long.toString(SERVER.app("child_register"));
        assertThat(SERVER.client()
                        .as("nursery01")
                        .get("/k/v1/app/adminNotes.json", "app", register)
                        .text())
                .contains("CB_NO02");
    }

    /** As cli-kintone and the customize-uploader do it. */
    @Test
    void keepsScriptsAndAnswersThem() {
        String script =
                upload("own.js", "text/javascript", "let a = 1;".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        TestClient.Answer set = put(CUSTOMIZE, """
                "scope": "ADMIN", "desktop": {"js": [
                   {"type": "URL", "url": "https://example.com/a.js"}, {"type": "FILE", "file": {"fileKey": "%s"}}],
                   "css": []}, "mobile": {"js": [], "css": [{"type": "URL", "url": "https://example.com/a.css"}]}""".formatted(script));
        assertThat(set.text()).isEqualTo("{\"revision\":\"4\"}");
        deploy();

        JsonNode live = get("/k/v1/app/customize.json");
        assertThat(live.propertyNames()).containsExactly("scope", "desktop", "mobile", "revision");
        assertThat(live.at("/desktop/js/0").toString())
                .isEqualTo("{\"type\":\"URL\",\"url\":\"https://example.com/a.js\"}");
        String kept = live.at("/desktop/js/1/file/fileKey").asString();
        assertThat(admin.get(FILE, "fileKey", kept).text()).isEqualTo("let a = 1;");
        assertThat(put(CUSTOMIZE, "\"desktop\":{\"js\":[" + live.at("/desktop/js/1") + "]}")
                        .status())
                .isEqualTo(200);
        assertThat(get(CUSTOMIZE).path("scope").asString()).isEqualTo("ADMIN");
        assertThat(get(CUSTOMIZE).at("/desktop/js").size()).isEqualTo(1);
        assertThat(get(CUSTOMIZE).at("/mobile/css").size()).isEqualTo(1);
    }

    @Test
    void takesNoScriptFromAnUnsafePlace() {
        assertThat(put(CUSTOMIZE, "\"desktop\":{\"js\":[{\"type\":\"URL\",\"url\":\"javascript:alert(1)\"}]}")
                        .json()
                        .path("errors")
                        .propertyNames())
                .containsExactly("desktop.js[0].url");
        assertThat(put(CUSTOMIZE, "\"scope\":\"SOME\"").json().path("errors").propertyNames())
                .containsExactly("scope");
    }

    @Test
    void hidesPreviewsFromWhoDoesNotManageTheApp() {
        for (String path : new String[] {VIEWS, SETTINGS, NOTES, CUSTOMIZE}) {
            assertThat(visitor.get(path, "app", app).text()).contains("GAIA_AP01");
            assertThat(visitor.json("PUT", path, "{\"app\":" + app + ",\"views\":{}}")
                            .text())
                    .contains("GAIA_AP01");
        }
    }

    @Test
    void aCopyHasNoFilesAndTheNotesOnlyIfTheySaySo() {
        String face = upload("face.png", "image/png", picture());
        put(SETTINGS, "\"icon\":{\"type\":\"FILE\",\"file\":{\"fileKey\":\"" + face + "\"}}");
        put(NOTES, "\"content\":\"<p>内輪</p>\"");
        deploy();

        assertThat(copied(SETTINGS).at("/icon/type").asString()).isEqualTo("PRESET");
        assertThat(copied(NOTES).path("content").asString()).isEmpty();
        put(NOTES, "\"includeInTemplateAndDuplicates\":true");
        deploy();
        assertThat(copied(NOTES).path("content").asString()).isEqualTo("<p>内輪</p>");
    }

    /** What a call answers of a fresh copy of the app. */
    private JsonNode copied(String path) {
        TestClient.Answer made = admin.json("POST", "/api/apps/app_" + app + "/copy.json", "{\"name\":\"copy\"}");
        assertThat(made.status()).as(made.text()).isEqualTo(200);
        return admin.get(path, "app", made.json().at("/apps/0/app").asString()).json();
    }
}
