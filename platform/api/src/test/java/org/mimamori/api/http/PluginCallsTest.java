package org.mimamori.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mimamori.engine.change.Change;
import org.mimamori.engine.file.FileSweeper;
import tools.jackson.databind.JsonNode;

/** Plug-ins of the site and of apps, as kintone's calls. */
class PluginCallsTest {

    private static final String PLUGIN = "/k/v1/plugin.json";
    private static final String PLUGINS = "/k/v1/plugins.json";
    private static final String REQUIRED = "/k/v1/plugins/required.json";
    private static final String APPS = "/k/v1/plugin/apps.json";
    private static final String LIVE = "/k/v1/app/plugins.json";
    private static final String PREVIEW = "/k/v1/preview/app/plugins.json";

    private static final String MANIFEST = """
            {"manifest_version": 1, "version": %s, "type": "APP", "icon": "image/icon.png",
             "name": {"ja": "地図", "en": "Map"}, "description": {"en": "Shows <b>places</b>"}}""";

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private static KeyPair maker;
    private static KeyPair otherMaker;

    private final TestClient admin = SERVER.client().as("admin");
    private String app = "";

    @BeforeAll
    static void makeKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        maker = generator.generateKeyPair();
        otherMaker = generator.generateKeyPair();
    }

    @BeforeEach
    void makeAnApp() {
        app = admin.json("POST", "/k/v1/preview/app.json", "{\"name\":\"with plug-ins\"}")
                .json()
                .path("app")
                .asString();
    }

    @AfterEach
    void removePlugins() {
        get(PLUGINS)
                .path("plugins")
                .forEach(plugin -> admin.json(
                        "DELETE", PLUGIN, "{\"id\":\"" + plugin.path("id").asString() + "\"}"));
    }

    private static String id(KeyPair maker) throws GeneralSecurityException {
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(maker.getPublic().getEncoded());
        StringBuilder id = new StringBuilder();
        for (char digit : HexFormat.of().formatHex(digest).substring(0, 32).toCharArray()) {
            id.append("abcdefghijklmnop".charAt("0123456789abcdef".indexOf(digit)));
        }
        return id.toString();
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> parts(KeyPair maker, byte[] contents) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA1withRSA");
        signature.initSign(maker.getPrivate());
        signature.update(contents);
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("contents.zip", contents);
        parts.put("PUBKEY", maker.getPublic().getEncoded());
        parts.put("SIGNATURE", signature.sign());
        return parts;
    }

    private static byte[] contents(String manifest) throws IOException {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        contents.put("js/desktop.js", utf8("alert(1)"));
        contents.put("manifest.json", utf8(manifest));
        return zip(contents);
    }

    private String upload(KeyPair maker, String version) throws GeneralSecurityException, IOException {
        return upload(zip(parts(maker, contents(MANIFEST.formatted(version)))));
    }

    private String upload(byte[] content) {
        byte[] start = utf8("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"/home/me/plugin.zip\"\r\n"
                + "Content-Type: application/zip\r\n\r\n");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(start);
        body.writeBytes(content);
        body.writeBytes(utf8("\r\n--x--\r\n"));
        TestClient.Answer kept = admin.with("Content-Type", "multipart/form-data; boundary=x")
                .send("POST", "/k/v1/file.json", BodyPublishers.ofByteArray(body.toByteArray()));
        assertThat(kept.status()).as(kept.text()).isEqualTo(200);
        return kept.json().path("fileKey").asString();
    }

    private TestClient.Answer install(String fileKey) {
        return admin.json("POST", PLUGIN, "{\"fileKey\":\"" + fileKey + "\"}");
    }

    private JsonNode get(String path, String... parameters) {
        TestClient.Answer answer = admin.get(path, parameters);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private TestClient.Answer add(String... ids) {
        return admin.json("POST", PREVIEW, "{\"app\":" + app + ",\"ids\":[\"" + String.join("\",\"", ids) + "\"]}");
    }

    private void deploy() {
        assertThat(admin.json("POST", "/k/v1/preview/app/deploy.json", "{\"apps\":[{\"app\":" + app + "}]}")
                        .text())
                .isEqualTo("{}");
    }

    @Test
    void installsAndUpdatesASignedPackage() throws Exception {
        TestClient.Answer installed = install(upload(maker, "1"));
        assertThat(installed.text()).isEqualTo("{\"id\":\"" + id(maker) + "\",\"version\":\"1\"}");

        assertThat(get(PLUGINS)).isEqualTo(TestServer.json("""
                {"plugins": [{"id": "%s", "name": "Map", "description": "Shows <b>places</b>",
                 "isMarketPlugin": false, "version": "1"}]}""".formatted(id(maker))));

        TestClient.Answer updated = admin.json(
                "PUT", PLUGIN, "{\"id\":\"" + id(maker) + "\",\"fileKey\":\"" + upload(maker, "\"2.1\"") + "\"}");
        assertThat(updated.text()).isEqualTo("{\"id\":\"" + id(maker) + "\",\"version\":\"2.1\"}");
        assertThat(get(PLUGINS).at("/plugins/0/version").asString()).isEqualTo("2.1");
        assertThat(get(PLUGINS).path("plugins").size()).isEqualTo(1);
    }

    @Test
    void listsTheLatestFirstAndByIdAndPage() throws Exception {
        install(upload(maker, "1"));
        SERVER.clock().advance(Duration.ofSeconds(1));
        install(upload(otherMaker, "1"));

        assertThat(get(PLUGINS)
                        .path("plugins")
                        .valueStream()
                        .map(one -> one.path("id").asString()))
                .containsExactly(id(otherMaker), id(maker));
        assertThat(get(PLUGINS, "ids[0]", id(maker), "ids[1]", "nobody")
                        .path("plugins")
                        .valueStream()
                        .map(one -> one.path("id").asString()))
                .containsExactly(id(maker));
        assertThat(get(PLUGINS, "offset", "1", "limit", "1").at("/plugins/0/id").asString())
                .isEqualTo(id(maker));
        assertThat(admin.get(PLUGINS, "limit", "101").json().path("errors").propertyNames())
                .containsExactly("limit");
    }

    @Test
    void appsNameWhatIsInstalledAndRequireItWhenItIsNot() throws Exception {
        install(upload(maker, "1"));

        assertThat(add(id(maker), "b".repeat(32)).json().path("errors").propertyNames())
                .containsExactly("ids[1]");
        assertThat(add(id(maker)).text()).isEqualTo("{\"revision\":\"3\"}");
        assertThat(add(id(maker)).json().path("revision").asString()).isEqualTo("4");
        assertThat(get(PREVIEW, "app", app)).isEqualTo(TestServer.json("""
                {"plugins": [{"id": "%s", "name": "Map", "enabled": true}], "revision": "4"}""".formatted(id(maker))));
        assertThat(get(APPS, "id", id(maker)).toString()).isEqualTo("{\"apps\":[]}");
        deploy();

        assertThat(get(LIVE, "app", app, "lang", "ja").at("/plugins/0/name").asString())
                .isEqualTo("地図");
        assertThat(get(APPS, "id", id(maker)).toString())
                .isEqualTo("{\"apps\":[{\"id\":\"" + app + "\",\"name\":\"with plug-ins\"}]}");
        assertThat(get(REQUIRED).toString()).isEqualTo("{\"plugins\":[]}");

        assertThat(admin.json("DELETE", PLUGIN, "{\"id\":\"" + id(maker) + "\"}")
                        .text())
                .isEqualTo("{}");
        assertThat(get(LIVE, "app", app).at("/plugins/0").toString())
                .isEqualTo("{\"id\":\"" + id(maker) + "\",\"name\":\"Map\",\"enabled\":false}");
        assertThat(get(REQUIRED).toString())
                .isEqualTo("{\"plugins\":[{\"id\":\"" + id(maker) + "\",\"name\":\"Map\",\"isMarketPlugin\":false}]}");
        assertThat(get(PLUGINS).toString()).isEqualTo("{\"plugins\":[]}");

        assertThat(install(upload(maker, "7")).status()).isEqualTo(200);
        assertThat(get(LIVE, "app", app).at("/plugins/0/enabled").asBoolean(false))
                .isTrue();
    }

    @Test
    void checksTheRevisionOfThePreview() throws Exception {
        install(upload(maker, "1"));

        assertThat(admin.json("POST", PREVIEW, "{\"app\":" + app + ",\"ids\":[\"" + id(maker) + "\"],\"revision\":9}")
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("GAIA_CO03");
        assertThat(get(PREVIEW, "app", app).path("plugins").isEmpty()).isTrue();
    }

    @Test
    void keepsPackagesFromAllButAdministrators() throws Exception {
        String key = upload(maker, "1");
        install(key);
        String body = "{\"id\":\"" + id(maker) + "\",\"fileKey\":\"" + key + "\"}";
        for (String method : List.of("POST", "PUT", "DELETE")) {
            assertThat(SERVER.client().token("all").json(method, PLUGIN, body).text())
                    .contains("GAIA_NO01");
            assertThat(SERVER.client()
                            .as("coordinator")
                            .json(method, PLUGIN, body)
                            .text())
                    .contains("CB_NO02");
        }
        for (String path : List.of(PLUGINS, REQUIRED, APPS)) {
            assertThat(SERVER.client().token("all").get(path, "id", id(maker)).text())
                    .contains("GAIA_NO01");
            assertThat(SERVER.client()
                            .as("coordinator")
                            .get(path, "id", id(maker))
                            .text())
                    .contains("CB_NO02");
        }
        assertThat(SERVER.client().as("visitor").get(PREVIEW, "app", app).text())
                .contains("GAIA_AP01");
        assertThat(SERVER.client().as("visitor").get(LIVE, "app", app).text()).contains("GAIA_AP01");
        assertThat(get(PLUGINS).path("plugins").size()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | manifest.json",
                "{ | manifest.json",
                "{'manifest_version':2} | manifest_version",
                "{'manifest_version':1,'type':'SITE'} | type",
                "{'manifest_version':1,'type':'APP'} | version",
                "{'manifest_version':1,'type':'APP','version':{}} | version",
                "{'manifest_version':1,'type':'APP','version':1} | name",
                "{'manifest_version':1,'type':'APP','version':1,'name':{'ja':'地図'}} | name",
                "{'manifest_version':1,'type':'APP','version':1,'name':{'en':1}} | name.en",
                "{'manifest_version':1,'type':'APP','version':1,'name':{'en':'M'},'description':{'zh':[]}} | description.zh",
            })
    void saysWhatIsWrongInAManifest(String manifest, String place) throws Exception {
        TestClient.Answer refused = install(upload(zip(parts(maker, contents(manifest.replace('\'', '"'))))));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("code").asString()).isEqualTo("CB_VA01");
        assertThat(refused.json().at("/errors/fileKey/messages/0").asString()).endsWith(": " + place);
        assertThat(get(PLUGINS).path("plugins").isEmpty()).isTrue();
    }

    @Test
    void refusesWhatIsNotSignedByItsKey() throws Exception {
        Map<String, byte[]> forged = parts(maker, contents(MANIFEST.formatted("1")));
        forged.put("contents.zip", contents(MANIFEST.formatted("2")));
        assertRefused(zip(forged), "The signature of the plug-in is not valid.");

        Map<String, byte[]> otherKey = parts(maker, contents(MANIFEST.formatted("1")));
        otherKey.put("PUBKEY", otherMaker.getPublic().getEncoded());
        assertRefused(zip(otherKey), "The signature of the plug-in is not valid.");

        Map<String, byte[]> noKey = parts(maker, contents(MANIFEST.formatted("1")));
        noKey.put("PUBKEY", utf8("no key"));
        assertRefused(zip(noKey), "The signature of the plug-in is not valid.");
    }

    @Test
    void refusesWhatIsNoPackage() throws Exception {
        String noZip = "The file cannot be read as a plug-in: it is no ZIP file, or too large.";
        assertRefused(utf8("<html>"), noZip);
        assertRefused(zip(parts(maker, utf8("no zip"))), noZip);
        byte[] cut = zip(parts(maker, contents(MANIFEST.formatted("1"))));
        assertRefused(Arrays.copyOf(cut, 300), noZip);

        Map<String, byte[]> unsigned = parts(maker, contents(MANIFEST.formatted("1")));
        unsigned.remove("SIGNATURE");
        assertRefused(zip(unsigned), "The plug-in file lacks SIGNATURE.");
        assertRefused(zip(parts(maker, zip(Map.of("a.js", utf8("a"))))), "The plug-in file lacks manifest.json.");
        assertThat(install("nokey").json().path("code").asString()).isEqualTo("GAIA_BL01");
    }

    @Test
    void unpacksNothingThatIsLargerThanItSeems() throws Exception {
        String tooLarge = "The file cannot be read as a plug-in: it is no ZIP file, or too large.";
        byte[] bomb = zip(Map.of("big.js", new byte[101 * 1024 * 1024]));
        assertRefused(zip(parts(maker, bomb)), tooLarge);
        assertRefused(zip(Map.of("contents.zip", new byte[21 * 1024 * 1024])), tooLarge);
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 2_001; i++) {
            many.put("f" + i, new byte[0]);
        }
        assertRefused(zip(parts(maker, zip(many))), tooLarge);
    }

    private void assertRefused(byte[] content, String message) {
        TestClient.Answer refused = install(upload(content));
        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.json().at("/errors/fileKey/messages/0").asString()).isEqualTo(message);
    }

    @Test
    void neverMixesUpPlugins() throws Exception {
        install(upload(maker, "1"));

        assertRefusedAt("fileKey", install(upload(maker, "2")));
        assertRefusedAt(
                "fileKey",
                admin.json(
                        "PUT",
                        PLUGIN,
                        "{\"id\":\"" + id(maker) + "\",\"fileKey\":\"" + upload(otherMaker, "2") + "\"}"));
        assertRefusedAt(
                "id",
                admin.json(
                        "PUT",
                        PLUGIN,
                        "{\"id\":\"" + id(otherMaker) + "\",\"fileKey\":\"" + upload(otherMaker, "2") + "\"}"));
        assertRefusedAt("id", admin.json("DELETE", PLUGIN, "{\"id\":\"" + id(otherMaker) + "\"}"));
        assertRefusedAt("id", admin.get(APPS, "id", "b".repeat(32)));
        assertRefusedAt("fileKey", admin.json("POST", PLUGIN, "{}"));
        assertThat(get(PLUGINS).at("/plugins/0/version").asString()).isEqualTo("1");
    }

    private static void assertRefusedAt(String place, TestClient.Answer refused) {
        assertThat(refused.json().path("code").asString()).as(refused.text()).isEqualTo("CB_VA01");
        assertThat(refused.json().path("errors").propertyNames()).containsExactly(place);
    }

    @Test
    void logsWhoInstalledWhatAndSweepsRemovedPackages() throws Exception {
        install(upload(maker, "1"));
        String kept = SERVER.stores().plugins().find(id(maker)).orElseThrow().file();
        assertThat(admin.get("/k/v1/file.json", "fileKey", kept).status()).isEqualTo(200);
        assertThat(SERVER.client()
                        .as("coordinator")
                        .get("/k/v1/file.json", "fileKey", kept)
                        .text())
                .contains("GAIA_BL01");

        admin.json("DELETE", PLUGIN, "{\"id\":\"" + id(maker) + "\"}");
        SERVER.clock().advance(FileSweeper.UNCLAIMED.plusSeconds(1));
        new FileSweeper(SERVER.stores().files(), SERVER.stores().blobs(), SERVER.clock()).sweep();
        assertThat(SERVER.stores().files().find(kept)).isEmpty();

        String own = id(maker);
        assertThat(SERVER.stores().changes().after(0, 10_000).stream()
                        .map(Change::what)
                        .filter(what -> what instanceof Change.What.Administered done
                                && done.subject() == Change.Subject.PLUGIN
                                && done.code().equals(own))
                        .map(what -> ((Change.What.Administered) what).deed())
                        .toList())
                .endsWith(Change.Deed.CREATED, Change.Deed.DELETED);
    }
}
