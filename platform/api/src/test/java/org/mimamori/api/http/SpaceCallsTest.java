package org.mimamori.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimamori.api.http.ApiScenario.named;
import static org.mimamori.api.http.Rooms.done;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mimamori.engine.change.Change;
import org.mimamori.engine.record.AppPlaces.AppPlace;
import tools.jackson.databind.JsonNode;

/** Spaces, their people and threads as kintone's clients find them. */
class SpaceCallsTest {

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private static final String SATO = Rooms.member("USER", "sato", true);

    private final TestClient admin = SERVER.client().as("admin");
    private final TestClient sato = SERVER.client().as("sato");
    private final TestClient suzuki = SERVER.client().as("suzuki");
    private final Rooms rooms = new Rooms(SERVER);

    @AfterEach
    void takeTheAppOut() {
        SERVER.place("every_field", null);
    }

    private JsonNode space(TestClient who, String id) {
        return who.get("/k/v1/space.json", "id", id).json();
    }

    private static String code(TestClient.Answer answer) {
        return answer.json().path("code").asString();
    }

    @Test
    void tellsOfASpaceInKintonesWordsAndSparesOldJavaClients() {
        String id = rooms.make(2, "見守り", SATO, ",\"isPrivate\":true,\"fixedMember\":true");
        SERVER.place("every_field", new AppPlace(Long.parseLong(id), thread(id)));

        JsonNode space = space(sato, id);

        assertThat(space.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "name",
                        "defaultThread",
                        "isPrivate",
                        "creator",
                        "modifier",
                        "memberCount",
                        "coverType",
                        "coverKey",
                        "coverUrl",
                        "body",
                        "useMultiThread",
                        "isGuest",
                        "attachedApps",
                        "fixedMember",
                        "showAnnouncement",
                        "showThreadList",
                        "showAppList",
                        "showMemberList",
                        "showRelatedLinkList",
                        "permissions");
        assertThat(space.path("id").asString()).isEqualTo(id);
        assertThat(space.path("memberCount").asString()).isEqualTo("1");
        assertThat(space.path("isPrivate").asBoolean()).isTrue();
        assertThat(space.path("useMultiThread").asBoolean()).isTrue();
        assertThat(space.path("showThreadList").asBoolean()).isTrue();
        assertThat(space.path("permissions").path("createApp").asString()).isEqualTo("EVERYONE");
        assertThat(space.path("attachedApps").path(0).propertyNames())
                .containsExactlyInAnyOrder(
                        "appId",
                        "code",
                        "name",
                        "description",
                        "threadId",
                        "createdAt",
                        "creator",
                        "modifiedAt",
                        "modifier");
        assertThat(space(sato.with("User-Agent", "kintone-Java-Client@1.3.0"), id)
                        .has("permissions"))
                .isFalse();
        String single = rooms.make(1, "ひとつ", SATO, "");
        assertThat(space(suzuki, single).path("showThreadList").isNull()).isTrue();
        assertThat(space(suzuki, single).path("body").isNull()).isTrue();
    }

    private long thread(String id) {
        return space(sato, id).path("defaultThread").asLong();
    }

    @Test
    void saysInWhichSpaceAnAppIs() {
        String id = rooms.make(1, "公開", SATO, "");
        SERVER.place("every_field", new AppPlace(Long.parseLong(id), thread(id)));
        String app = Long.toString(SERVER.app("every_field"));

        JsonNode json = suzuki.get("/k/v1/app.json", "id", app).json();

        assertThat(json.path("spaceId").asString()).isEqualTo(id);
        assertThat(json.path("threadId").asString()).isEqualTo(Long.toString(thread(id)));
        JsonNode inside =
                suzuki.get("/k/v1/apps.json", "spaceIds[0]", id).json().path("apps");
        assertThat(inside).hasSize(1);
        assertThat(inside.path(0).path("appId").asString()).isEqualTo(app);
    }

    @Test
    void hidesAPrivateSpaceFromWhoDoesNotBelong() {
        String id = rooms.make(1, "内輪", SATO, ",\"isPrivate\":true");

        assertThat(sato.get("/k/v1/space.json", "id", id).status()).isEqualTo(200);
        TestClient.Answer hidden = suzuki.get("/k/v1/space.json", "id", id);
        assertThat(hidden.status()).isEqualTo(404);
        assertThat(hidden.text().replaceAll("\"id\":\"[^\"]*\"", "").replace(id, "N"))
                .isEqualTo(suzuki.get("/k/v1/space.json", "id", "999999")
                        .text()
                        .replaceAll("\"id\":\"[^\"]*\"", "")
                        .replace("999999", "N"));
        assertThat(suzuki.get("/k/v1/space/members.json", "id", id).status()).isEqualTo(404);
        assertThat(suzuki.json("POST", "/k/v1/space/thread/comment.json", """
                {"space":"%s","thread":"%d","comment":{"text":"こんにちは"}}""".formatted(id, thread(id)))
                        .status())
                .isEqualTo(404);
        assertThat(suzuki.json("PUT", "/k/v1/space/thread.json", "{\"id\":\"%d\",\"name\":\"x\"}".formatted(thread(id)))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void changesSettingsAsWhoAdministersTheSpace() {
        String id = rooms.make(1, "設定", SATO, "");
        String body = "{\"id\":\"%s\",%s}";

        assertThat(suzuki.json("PUT", "/k/v1/space.json", body.formatted(id, "\"name\":\"x\""))
                        .status())
                .isEqualTo(403);
        assertThat(code(sato.json("PUT", "/k/v1/space.json", body.formatted(id, "\"showAppList\":false"))))
                .as("parts of a single-threaded space")
                .isEqualTo("CB_VA01");
        done(sato.json("PUT", "/k/v1/space.json", body.formatted(id, """
                "name":"新しい名","isPrivate":"true","useMultiThread":true,"showAppList":false,
                "permissions":{"createApp":"ADMIN"}""")));

        JsonNode space = space(sato, id);
        assertThat(space.path("name").asString()).isEqualTo("新しい名");
        assertThat(space.path("isPrivate").asBoolean()).isTrue();
        assertThat(space.path("showAppList").asBoolean()).isFalse();
        assertThat(space.path("showMemberList").asBoolean()).isTrue();
        assertThat(space.path("permissions").path("createApp").asString()).isEqualTo("ADMIN");
        assertThat(code(sato.json("PUT", "/k/v1/space.json", body.formatted(id, "\"useMultiThread\":false"))))
                .as("there is no way back")
                .isEqualTo("CB_VA01");
    }

    @Test
    void keepsOnlyWhatIsHarmlessOfAnAnnouncement() {
        String id = rooms.make(2, "お知らせ", SATO, "");

        done(sato.json("PUT", "/k/v1/space/body.json", """
                {"id":"%s","body":"<b>今日</b><script>alert(1)</script><img src=x onerror=y>"}""".formatted(id)));

        assertThat(space(suzuki, id).path("body").asString()).isEqualTo("<b>今日</b>");
        assertThat(suzuki.json("PUT", "/k/v1/space/body.json", "{\"id\":\"%s\",\"body\":\"x\"}".formatted(id))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void listsMembersAndThoseWhoBelongByTheirOrganization() {
        String id = rooms.make(1, "園", SATO, "");

        done(sato.json(
                "PUT",
                "/k/v1/space/members.json",
                "{\"id\":\"%s\",\"members\":[%s,%s,%s]}"
                        .formatted(
                                id,
                                SATO,
                                Rooms.organization("nursery01", false),
                                Rooms.member("GROUP", "coordinators", false))));

        JsonNode members =
                suzuki.get("/k/v1/space/members.json", "id", id).json().path("members");
        assertThat(members.toString())
                .isEqualTo(
                        "["
                                + "{\"entity\":{\"type\":\"USER\",\"code\":\"sato\"},\"isAdmin\":true,\"isImplicit\":false},"
                                + "{\"entity\":{\"type\":\"ORGANIZATION\",\"code\":\"nursery01\"},\"isAdmin\":false,\"includeSubs\":false},"
                                + "{\"entity\":{\"type\":\"GROUP\",\"code\":\"coordinators\"},\"isAdmin\":false},"
                                + "{\"entity\":{\"type\":\"USER\",\"code\":\"coordinator\"},\"isAdmin\":false,\"isImplicit\":true},"
                                + "{\"entity\":{\"type\":\"USER\",\"code\":\"nursery01\"},\"isAdmin\":false,\"isImplicit\":true}]");
        assertThat(space(sato, id).path("memberCount").asString()).isEqualTo("3");
        assertThat(code(sato.json(
                        "PUT",
                        "/k/v1/space/members.json",
                        "{\"id\":\"%s\",\"members\":[%s]}".formatted(id, Rooms.member("USER", "sato", false)))))
                .isEqualTo("CB_VA01");
        assertThat(code(sato.json(
                        "PUT",
                        "/k/v1/space/members.json",
                        "{\"id\":\"%s\",\"members\":[%s]}".formatted(id, Rooms.member("USER", "nobody", true)))))
                .isEqualTo("GAIA_IL26");
    }

    @Test
    void talksInThreadsWithMentionsAndFiles() {
        String id = rooms.make(2, "相談", SATO + "," + Rooms.member("USER", "suzuki", false), ",\"isPrivate\":true");
        String thread = suzuki.json("POST", "/k/v1/space/thread.json", """
                {"space":"%s","name":"気になる子"}""".formatted(id))
                .json()
                .path("id")
                .asString();
        done(suzuki.json("PUT", "/k/v1/space/thread.json", """
                {"id":"%s","body":"<i>今週</i><script>x</script>"}""".formatted(thread)));
        String key = upload(suzuki, "memo.txt");
        SERVER.stores().changes().claim("threads", 1000);

        TestClient.Answer comment =
                suzuki.json("POST", "/k/v1/space/thread/comment.json", """
                {"space":"%s","thread":"%s","comment":{"text":"お願いします","mentions":[{"code":"sato","type":"USER"}],
                 "files":[{"fileKey":"%s","width":200}]}}""".formatted(id, thread, key));

        assertThat(comment.text()).isEqualTo("{\"id\":\"1\"}");
        assertThat(SERVER.stores()
                        .spaces()
                        .thread(Long.parseLong(thread))
                        .orElseThrow()
                        .body())
                .isEqualTo("<i>今週</i>");
        List<Change> logged = SERVER.stores().changes().claim("threads", 10);
        assertThat(logged).hasSize(1);
        assertThat(logged.getFirst().what()).isInstanceOfSatisfying(Change.What.ThreadCommented.class, what -> {
            assertThat(what.thread()).isEqualTo(Long.parseLong(thread));
            assertThat(what.mentions()).hasSize(1);
        });
        String kept = SERVER.stores()
                .spaces()
                .comment(Long.parseLong(thread), 1)
                .orElseThrow()
                .files()
                .getFirst()
                .file()
                .key();
        assertThat(sato.get("/k/v1/file.json", "fileKey", kept).text()).isEqualTo("内容");
        assertThat(SERVER.client()
                        .as("nursery01")
                        .get("/k/v1/file.json", "fileKey", kept)
                        .status())
                .isEqualTo(404);
        assertThat(code(sato.json("POST", "/k/v1/space/thread/comment.json", """
                {"space":"%s","thread":"%s","comment":{"files":[{"fileKey":"%s"}]}}""".formatted(id, thread, key))))
                .as("an upload is used once")
                .isEqualTo("GAIA_BL01");
    }

    private static String upload(TestClient who, String name) {
        String body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: text/plain\r\n\r\n内容\r\n--b--\r\n";
        return who.with("Content-Type", "multipart/form-data; boundary=b")
                .send("POST", "/k/v1/file.json", BodyPublishers.ofString(body))
                .json()
                .path("fileKey")
                .asString();
    }

    @Test
    void takesADeletedSpaceAndItsAppsAwayAndBringsThemBack() {
        String id = rooms.make(1, "消える", SATO, "");
        SERVER.place("every_field", new AppPlace(Long.parseLong(id), thread(id)));
        String app = Long.toString(SERVER.app("every_field"));
        assertThat(suzuki.json("DELETE", "/k/v1/space.json", "{\"id\":\"%s\"}".formatted(id))
                        .status())
                .isEqualTo(403);

        done(sato.json("DELETE", "/k/v1/space.json", "{\"id\":\"%s\"}".formatted(id)));

        assertThat(sato.get("/k/v1/space.json", "id", id).status()).isEqualTo(404);
        assertThat(sato.get("/k/v1/records.json", "app", app).status()).isEqualTo(404);
        assertThat(sato.json("POST", "/api/spaces/" + id + "/restore", "{}").status())
                .isEqualTo(403);
        SERVER.clock().advance(Duration.ofDays(13));
        done(admin.json("POST", "/api/spaces/" + id + "/restore", "{}"));
        assertThat(sato.get("/k/v1/records.json", "app", app).status()).isEqualTo(200);
        done(sato.json("DELETE", "/k/v1/space.json", "{\"id\":\"%s\"}".formatted(id)));
        SERVER.clock().advance(Duration.ofDays(15));
        assertThat(admin.json("POST", "/api/spaces/" + id + "/restore", "{}").status())
                .isEqualTo(404);
    }

    @Test
    void movesAnAppForWhoManagesItAndBothSpaces() {
        String first = rooms.make(1, "元", Rooms.member("USER", "admin", true), "");
        String other = rooms.make(1, "先", SATO + "," + Rooms.member("USER", "admin", false), "");
        String guests = rooms.make(1, "外", Rooms.member("USER", "admin", true), ",\"isGuest\":true");
        String app = Long.toString(SERVER.app("every_field"));
        String move = "{\"app\":\"" + app + "\",\"space\":%s}";

        assertThat(sato.json("POST", "/k/v1/app/move.json", move.formatted(other))
                        .status())
                .as("sato does not manage the app")
                .isEqualTo(403);
        done(admin.json("POST", "/k/v1/app/move.json", move.formatted(first)));
        done(admin.json("POST", "/k/v1/app/move.json", move.formatted("\"" + other + "\"")));

        assertThat(admin.get("/k/v1/app.json", "id", app).json().path("spaceId").asString())
                .isEqualTo(other);
        assertThat(admin.json("POST", "/k/v1/app/move.json", move.formatted(guests))
                        .status())
                .isEqualTo(400);
        done(admin.json("POST", "/k/v1/app/move.json", move.formatted("null")));
        assertThat(admin.get("/k/v1/app.json", "id", app).json().path("spaceId").isNull())
                .isTrue();
    }

    @Test
    void makesAnAppInASpaceForItsMembersOnly() {
        String id = rooms.make(1, "新しいアプリ", Rooms.member("USER", "admin", true), ",\"isPrivate\":true");
        String body = "{\"name\":\"部屋のアプリ\",\"space\":%s,\"thread\":\"%s\"}";
        String thread = space(admin, id).path("defaultThread").asString();

        assertThat(admin.json("POST", "/k/v1/preview/app.json", body.formatted(id, "4711"))
                        .status())
                .as("a thread of no space")
                .isEqualTo(400);
        String app = admin.json("POST", "/k/v1/preview/app.json", body.formatted(id, thread))
                .json()
                .path("app")
                .asString();
        done(admin.json("POST", "/k/v1/preview/app/deploy.json", "{\"apps\":[{\"app\":" + app + "}]}"));

        JsonNode made = admin.get("/k/v1/app.json", "id", app).json();
        assertThat(made.path("spaceId").asString()).isEqualTo(id);
        assertThat(made.path("threadId").asString()).isEqualTo(thread);
        assertThat(suzuki.get("/k/v1/app.json", "id", app).status()).isEqualTo(404);
        String other = rooms.make(1, "人の部屋", SATO, "");
        assertThat(admin.json("POST", "/k/v1/preview/app.json", "{\"name\":\"x\",\"space\":" + other + "}")
                        .status())
                .as("whoever does not belong makes no app there")
                .isEqualTo(403);
    }

    @Test
    void makesATemplateOfASpace() {
        String id = rooms.make(2, "ひな形", SATO, "");
        done(sato.json("PUT", "/k/v1/space/body.json", "{\"id\":\"%s\",\"body\":\"<b>x</b>\"}".formatted(id)));
        sato.json("POST", "/k/v1/space/thread.json", "{\"space\":\"%s\",\"name\":\"連絡\"}".formatted(id));

        String template = admin.json(
                        "POST", "/api/space-templates", "{\"space\":\"%s\",\"name\":\"園のひな形\"}".formatted(id))
                .json()
                .path("id")
                .asString();
        String made = rooms.make(Integer.parseInt(template), "新しい園", SATO, "");

        assertThat(space(suzuki, made).path("body").asString()).isEqualTo("<b>x</b>");
        assertThat(SERVER.stores().spaces().threads(Long.parseLong(made)))
                .extracting(thread -> thread.name())
                .containsExactly("新しい園", "連絡");
        assertThat(admin.get("/api/space-templates").text()).contains("園のひな形");
    }

    @Test
    void countsAppsAndSpacesForAdministrators() {
        String id = rooms.make(1, "数", SATO + "," + Rooms.organization("office", true), "");
        SERVER.place("every_field", new AppPlace(Long.parseLong(id), thread(id)));
        String app = Long.toString(SERVER.app("every_field"));
        admin.get("/k/v1/records.json", "app", app);

        JsonNode spaces = admin.get("/k/v1/spaces/statistics.json").json().path("spaces");
        JsonNode mine = spaces.valueStream()
                .filter(one -> one.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(mine.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "name",
                        "administratorCount",
                        "memberCount",
                        "isPrivate",
                        "isGuest",
                        "creator",
                        "createdAt",
                        "modifier",
                        "modifiedAt");
        assertThat(mine.path("administratorCount").asString()).isEqualTo("1");
        assertThat(mine.path("memberCount").asString()).isEqualTo("7");
        JsonNode counted = admin.get("/k/v1/apps/statistics.json")
                .json()
                .path("apps")
                .valueStream()
                .filter(one -> one.path("id").asString().equals(app))
                .findFirst()
                .orElseThrow();
        assertThat(counted.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "name",
                        "space",
                        "appGroup",
                        "status",
                        "recordUpdatedAt",
                        "recordCount",
                        "fieldCount",
                        "dailyRequestCount",
                        "storageUsage",
                        "customized",
                        "creator",
                        "createdAt",
                        "modifier",
                        "modifiedAt");
        assertThat(counted.path("space").path("id").asString()).isEqualTo(id);
        assertThat(counted.path("recordCount").asString()).isEqualTo("0");
        assertThat(counted.path("storageUsage").asString()).isEqualTo("0");
        assertThat(counted.path("dailyRequestCount").asLong()).isPositive();
        assertThat(counted.path("status").asString()).isEqualTo("ACTIVATED");
        assertThat(counted.path("customized").asBoolean()).isFalse();
        String scripted = admin.json("POST", "/k/v1/preview/app.json", "{\"name\":\"台本つき\"}")
                .json()
                .path("app")
                .asString();
        assertThat(admin.json("PUT", "/k/v1/preview/app/customize.json", """
                {"app":%s,"desktop":{"js":[{"type":"URL","url":"https://example.org/x.js"}]}}""".formatted(scripted))
                        .status())
                .isEqualTo(200);
        done(admin.json("POST", "/k/v1/preview/app/deploy.json", "{\"apps\":[{\"app\":" + scripted + "}]}"));
        assertThat(summary(scripted).path("customized").asBoolean()).isTrue();
        String draft = admin.json("POST", "/k/v1/preview/app.json", "{\"name\":\"下書き\"}")
                .json()
                .path("app")
                .asString();
        admin.json("PUT", "/k/v1/preview/app/settings.json", "{\"app\":%s,\"theme\":\"RED\"}".formatted(app));
        assertThat(status(draft)).isEqualTo("NOT_ACTIVATED");
        assertThat(status(app)).isEqualTo("CHANGED");
        admin.json("POST", "/k/v1/preview/app/deploy.json", "{\"apps\":[{\"app\":%s}],\"revert\":true}".formatted(app));
        assertThat(status(app)).isEqualTo("ACTIVATED");
        assertThat(sato.get("/k/v1/apps/statistics.json").status()).isEqualTo(403);
        assertThat(sato.get("/k/v1/spaces/statistics.json").status()).isEqualTo(403);
    }

    private String status(String app) {
        return summary(app).path("status").asString();
    }

    private JsonNode summary(String app) {
        return admin.get("/k/v1/apps/statistics.json")
                .json()
                .path("apps")
                .valueStream()
                .filter(one -> one.path("id").asString().equals(app))
                .findFirst()
                .orElseThrow();
    }

    static List<ApiScenario> refusals() {
        return List.of(
                named("a space nobody made").get("/k/v1/space.json?id=4711").answers(404, "GAIA_SP01"),
                named("no number").get("/k/v1/space.json").answers(400, "\"id\""),
                named("a thread nobody started")
                        .call("PUT", "/k/v1/space/thread.json", "{\"id\":4711,\"name\":\"x\"}")
                        .answers(404, "GAIA_TH01"),
                named("making a space without being an administrator")
                        .call("POST", "/k/v1/template/space.json", template(1, SATO))
                        .answers(403, "CB_NO02"),
                named("a template nobody made")
                        .by("admin")
                        .call("POST", "/k/v1/template/space.json", template(4711, SATO))
                        .answers(404, "GAIA_ST01"),
                named("nobody who administers")
                        .by("admin")
                        .call("POST", "/k/v1/template/space.json", template(1, Rooms.member("USER", "sato", false)))
                        .answers(400, "\"members\""),
                named("no member at all")
                        .by("admin")
                        .call("POST", "/k/v1/template/space.json", "{\"id\":1,\"name\":\"x\"}")
                        .answers(400, "\"members\""),
                named("a guest without a mail address")
                        .by("admin")
                        .call("POST", "/k/v1/guests.json", """
                                {"guests":[{"code":"x","name":"x","password":"long enough 1","timezone":"Asia/Tokyo"}]}""")
                        .answers(400, "guests[0].code"),
                named("a guest nobody knows")
                        .by("admin")
                        .call("DELETE", "/k/v1/guests.json", "{\"guests\":[\"sato\"]}")
                        .answers(400, "guests[0]"),
                named("a program")
                        .by("")
                        .header("X-Cybozu-API-Token", "all")
                        .get("/k/v1/space.json?id=1")
                        .answers(403, "GAIA_NO01"));
    }

    private static String template(int id, String members) {
        return "{\"id\":%d,\"name\":\"x\",\"members\":[%s]}".formatted(id, members);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refuses(ApiScenario scenario) {
        new ScenarioRunner(SERVER).play(scenario);
    }
}
