package org.mimamori.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Reading records from files, as programs of people do it. */
class ImportCallsTest {

    private static final Charset WINDOWS = Charset.forName("windows-31j");
    private static final String IMPORTS = "/api/apps/child_register/imports.json";
    private static final String PREVIEW = "/api/apps/child_register/imports/preview.json";
    private static final String ERRORS = "/api/apps/child_register/imports/errors.json";
    private static final String CANCEL = "/api/apps/child_register/imports/cancel.json";

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private final TestClient coordinator = SERVER.client().as("coordinator");

    private static String upload(TestClient client, byte[] content) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"list.csv\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(content);
        form.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        TestClient.Answer answer = client.with("Content-Type", "multipart/form-data; boundary=b")
                .send("POST", "/k/v1/file.json", BodyPublishers.ofByteArray(form.toByteArray()));
        return answer.json().path("fileKey").asString(answer.text());
    }

    private String upload(String content) {
        return upload(coordinator, content.getBytes(StandardCharsets.UTF_8));
    }

    private TestClient.Answer start(String key, String more) {
        return coordinator.json("POST", IMPORTS, "{\"fileKey\":\"%s\"%s}".formatted(key, more));
    }

    private JsonNode status(String id) {
        return coordinator.get(IMPORTS, "import", id).json();
    }

    private int records() {
        return coordinator
                .get("/k/v1/records.json", "app", Long.toString(SERVER.app("child_register")), "totalCount", "true")
                .json()
                .path("totalCount")
                .asInt();
    }

    @Test
    void showsHowAFileWouldBeRead() {
        String key = upload(coordinator, "児童番号\t氏名?\t関わり[電話]\nP-1\t髙橋\t1\n".getBytes(WINDOWS));

        JsonNode preview = coordinator
                .json("POST", PREVIEW, "{\"fileKey\":\"" + key + "\"}")
                .json();

        assertThat(preview.path("encoding").asString()).isEqualTo("SHIFT_JIS");
        assertThat(preview.path("separator").asString()).isEqualTo("TAB");
        assertThat(preview.path("columns").toString())
                .isEqualTo("[{\"name\":\"児童番号\",\"target\":\"児童番号\"},{\"name\":\"氏名?\",\"target\":\"\"},"
                        + "{\"name\":\"関わり[電話]\",\"target\":\"関わり[電話]\"}]");
        assertThat(preview.path("rows").toString()).isEqualTo("[[\"P-1\",\"髙橋\",\"1\"]]");
        assertThat(preview.path("fields").toString()).contains("\"児童氏名\"").doesNotContain("\"書類\"");
        assertThat(preview.path("keys").findValuesAsString("code")).contains("児童番号");
    }

    @Test
    void readsAFileInAndSaysHowFarItIs() {
        int before = records();
        String key = upload("児童番号,児童氏名,生年月日\nI-1,花,平成31年4月1日\nI-2,桃,2019/5/6\n");

        String id = start(key, "").json().path("import").asString();
        assertThat(status(id).path("state").asString()).isEqualTo("WAITING");
        SERVER.doJobs();

        JsonNode status = status(id);
        assertThat(status.propertyNames())
                .containsExactly(
                        "id",
                        "state",
                        "fileName",
                        "mode",
                        "checkOnly",
                        "records",
                        "checked",
                        "written",
                        "toAdd",
                        "toUpdate",
                        "added",
                        "updated",
                        "errors",
                        "moreErrors",
                        "createdAt",
                        "endedAt");
        assertThat(status.path("state").asString()).isEqualTo("DONE");
        assertThat(status.path("added").asString()).isEqualTo("2");
        assertThat(status.path("checked").asString()).isEqualTo("2");
        assertThat(status.path("errors").asString()).isEqualTo("0");
        assertThat(records()).isEqualTo(before + 2);

        String again = upload("番号,名\nI-1,花子\n");
        String update = start(again, ",\"mode\":\"UPDATE\",\"key\":\"児童番号\",\"columns\":[\"児童番号\",\"児童氏名\"]")
                .json()
                .path("import")
                .asString();
        SERVER.doJobs();
        assertThat(status(update).path("updated").asString()).isEqualTo("1");
        assertThat(records()).isEqualTo(before + 2);
    }

    @Test
    void tellsWhatIsWrongByRowAndColumnInTheCallersLanguage() {
        int before = records();
        String key = upload("児童番号,児童氏名,学年\nE-1,花,7\nE-2,,x\n");

        String id = start(key, "").json().path("import").asString();
        SERVER.doJobs();

        assertThat(status(id).path("state").asString()).isEqualTo("FAILED");
        assertThat(status(id).path("errors").asString()).isEqualTo("3");
        JsonNode errors = coordinator
                .with("Accept-Language", "ja")
                .get(ERRORS, "import", id)
                .json();
        assertThat(errors.path("errors").path(0).toString())
                .isEqualTo("{\"row\":\"2\",\"column\":\"2\",\"field\":\"学年\",\"label\":\"学年\","
                        + "\"message\":\"6以下である必要があります。\"}");
        assertThat(errors.path("errors").findValuesAsString("message"))
                .containsExactlyInAnyOrder("6以下である必要があります。", "数字でなければなりません。", "必須です。");
        assertThat(errors.path("more").asBoolean()).isFalse();
        assertThat(coordinator
                        .with("Accept-Language", "en")
                        .get(ERRORS, "import", id)
                        .text())
                .contains("The value must be 6 or less.", "Only numbers are allowed.", "Required.");
        assertThat(records()).isEqualTo(before);
    }

    @Test
    void endsAnImport() {
        int before = records();
        String id =
                start(upload("児童番号,児童氏名\nC-1,花\n"), "").json().path("import").asString();

        assertThat(coordinator.json("POST", CANCEL, "{\"import\":" + id + "}").text())
                .isEqualTo("{}");
        SERVER.doJobs();

        assertThat(status(id).path("state").asString()).isEqualTo("CANCELLED");
        assertThat(records()).isEqualTo(before);
    }

    @Test
    void saysAtOnceWhatCannotBe() {
        String key = upload("児童番号,児童氏名\nB-1,花\n");

        assertThat(start(key, ",\"columns\":[\"児童番号\",\"書類\"]").text()).contains("CB_VA01", "columns[1]");
        assertThat(start(key, ",\"mode\":\"UPDATE\",\"key\":\"児童氏名\"").text()).contains("CB_VA01", "\"key\"");
        assertThat(start(key, ",\"mode\":\"REPLACE\"").text()).contains("CB_VA01", "\"mode\"");
        assertThat(start("nothing", "").text()).contains("GAIA_BL01");
        assertThat(start(upload(""), "").text()).contains("CB_VA01", "\"fileKey\"");
        assertThat(coordinator.get(IMPORTS).text()).contains("CB_VA01", "\"import\"");
        assertThat(coordinator.get(IMPORTS, "import", "999999").text()).contains("MIMAMORI_09");
    }

    @Test
    void isForThoseWithTheRightAndShowsAnImportToNobodyElse() {
        String id = start(upload("児童番号,児童氏名\nR-1,花\n"), ",\"checkOnly\":true")
                .json()
                .path("import")
                .asString();
        TestClient worker = SERVER.client().as("nursery01");
        TestClient visitor = SERVER.client().as("visitor");
        String key = upload(worker, "児童番号\nR-2\n".getBytes(StandardCharsets.UTF_8));

        assertThat(worker.json("POST", IMPORTS, "{\"fileKey\":\"" + key + "\"}").text())
                .contains("CB_NO02");
        assertThat(worker.get(IMPORTS, "import", id).text()).contains("CB_NO02");
        assertThat(visitor.get(IMPORTS, "import", id).text()).contains("GAIA_AP01");
        SERVER.doJobs();
    }
}
