package org.mimamori.api.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Files up and down, as kintone's clients send them. */
class FileCallsTest {

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private static final String FILE = "/k/v1/file.json";

    private final TestClient coordinator = SERVER.client().as("coordinator");
    private final String app = Long.toString(SERVER.app("child_register"));

    @Test
    void keepsAFileAndGivesItBackUnderAnotherKey() {
        byte[] content = "同意します\n".getBytes(UTF_8);
        String upload = uploaded(coordinator, "C:\\書類\\同意書 さくら.txt", content);

        JsonNode file = attached("F-1", upload, "nursery01");

        assertThat(file.path("name").asString()).isEqualTo("同意書 さくら.txt");
        assertThat(file.path("size").toString()).isEqualTo("\"" + content.length + "\"");
        assertThat(file.path("contentType").asString()).startsWith("text/plain");
        TestClient.Answer answer =
                coordinator.get(FILE, "fileKey", file.path("fileKey").asString());
        assertThat(answer.bytes()).isEqualTo(content);
        assertThat(answer.header("Content-Type")).startsWith("text/plain");
        assertThat(answer.header("Content-Length")).isEqualTo(Integer.toString(content.length));
        assertThat(answer.header("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''%E5%90%8C%E6%84%8F%E6%9B%B8%20");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(coordinator.get(FILE, "fileKey", upload).status())
                .as("an upload key opens nothing")
                .isEqualTo(404);
    }

    @Test
    void readsTheFormOfTheJavaClient() {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(("--__END_OF_PART__\r\nContent-Disposition: form-data; name=\"file\"; filename=\"写真.bin\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n")
                .getBytes(UTF_8));
        form.writeBytes(new byte[] {0, 1, 2, '\r', '\n', '-', '-'});
        form.writeBytes("\r\n--__END_OF_PART__--\r\n".getBytes(UTF_8));

        TestClient.Answer answer = coordinator
                .with("Content-Type", "multipart/form-data; boundary=__END_OF_PART__")
                .send("POST", FILE, BodyPublishers.ofByteArray(form.toByteArray()));

        JsonNode file = attached("F-2", answer.json().path("fileKey").asString(), "nursery01");
        assertThat(file.path("name").asString()).isEqualTo("写真.bin");
        assertThat(coordinator
                        .get(FILE, "fileKey", file.path("fileKey").asString())
                        .bytes())
                .containsExactly(0, 1, 2, '\r', '\n', '-', '-');
    }

    @Test
    void bringsALargeFileThereAndBackUnharmed() {
        byte[] content = new byte[2_900_000];
        new Random(7).nextBytes(content);

        JsonNode file = attached("F-3", uploaded(coordinator, "動画.mp4", content), "nursery01");

        assertThat(coordinator
                        .get(FILE, "fileKey", file.path("fileKey").asString())
                        .bytes())
                .isEqualTo(content);
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        TestClient.Answer answer = upload(coordinator, "動画.mp4", new byte[(int) TestServer.LARGEST_FILE + 1]);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().path("message").asString()).isEqualTo("The request is larger than 3000000 bytes.");
    }

    @Test
    void refusesAFormWithoutAFileAndABodyThatIsNoForm() {
        TestClient.Answer empty = coordinator
                .with("Content-Type", "multipart/form-data; boundary=b")
                .send(
                        "POST",
                        FILE,
                        BodyPublishers.ofString(
                                "--b\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n--b--\r\n"));
        assertThat(empty.status()).isEqualTo(400);
        assertThat(empty.json().path("errors").propertyNames()).containsExactly("file");

        assertThat(coordinator.json("POST", FILE, "{}").json().path("code").asString())
                .isEqualTo("CB_IL02");
        TestClient.Answer broken = coordinator
                .with("Content-Type", "multipart/form-data; boundary=b")
                .send("POST", FILE, BodyPublishers.ofString("--b\r\nContent-Disposition: form-da"));
        assertThat(broken.status()).as(broken.text()).isEqualTo(400);
    }

    @Test
    void hidesAFileFromWhoMayNotSeeItsRecord() {
        JsonNode file = attached("F-4", uploaded(coordinator, "秘.txt", new byte[] {1}), "nursery01");
        String key = file.path("fileKey").asString();

        assertThat(SERVER.client().as("nursery01").get(FILE, "fileKey", key).status())
                .isEqualTo(200);
        assertThat(SERVER.client()
                        .as("nursery02")
                        .get(FILE, "fileKey", key)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("GAIA_BL01");
        assertThat(SERVER.client().get(FILE, "fileKey", key).status()).isEqualTo(401);
    }

    @Test
    void takesTheRequestTokenOfASessionAsAPartOfTheForm() {
        TestClient session = SERVER.client().session("coordinator");

        assertThat(upload(session, "a.txt", new byte[] {1}).json().path("code").asString())
                .isEqualTo("CB_IL02");
        String form = "--b\r\nContent-Disposition: form-data; name=\"__REQUEST_TOKEN__\"\r\n\r\n"
                + TestServer.REQUEST_TOKEN + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\";"
                + " filename=\"a.txt\"\r\n\r\nx\r\n--b--\r\n";
        TestClient.Answer answer = session.with("Content-Type", "multipart/form-data; boundary=b")
                .send("POST", FILE, BodyPublishers.ofString(form));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private JsonNode attached(String number, String key, String office) {
        TestClient.Answer added =
                coordinator.json("POST", "/k/v1/record.json", """
                {"app":%s,"record":{"児童番号":{"value":"%s"},"児童氏名":{"value":"青木"},
                 "所属":{"value":[{"code":"%s"}]},"書類":{"value":[{"fileKey":"%s"}]}}}""".formatted(app, number, office, key));
        String id = added.json().path("id").asString(added.text());
        return coordinator.get("/k/v1/record.json", "app", app, "id", id).json().at("/record/書類/value/0");
    }

    private static String uploaded(TestClient client, String name, byte[] content) {
        TestClient.Answer answer = upload(client, name, content);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().propertyNames()).containsExactly("fileKey");
        return answer.json().path("fileKey").asString();
    }

    private static TestClient.Answer upload(TestClient client, String name, byte[] content) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n")
                .getBytes(UTF_8));
        form.writeBytes(content);
        form.writeBytes("\r\n--b--\r\n".getBytes(UTF_8));
        return client.with("Content-Type", "multipart/form-data; boundary=b")
                .send("POST", FILE, BodyPublishers.ofByteArray(form.toByteArray()));
    }
}
