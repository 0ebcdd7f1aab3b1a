package org.mimamori.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimamori.api.http.ApiScenario.named;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mimamori.engine.change.Change;
import tools.jackson.databind.JsonNode;

/** The User API: people, organisations, groups and who belongs where. */
class UserCallsTest {

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private final TestClient admin = SERVER.client().as("admin");

    private static String user(String code, String more) {
        return "{\"users\":[{\"code\":\"%s\",\"name\":\"山田 花\",\"password\":\"%s!\"%s}]}".formatted(code, code, more);
    }

    private void done(TestClient.Answer answer) {
        assertThat(answer.text()).isEqualTo("{}");
        assertThat(answer.status()).isEqualTo(200);
    }

    private JsonNode one(String code) {
        return admin.get("/v1/users.json", "codes[0]", code)
                .json()
                .path("users")
                .path(0);
    }

    @Test
    void makesPeopleWhoCanSignInAtOnce() {
        done(admin.json("POST", "/v1/users.json", user("yamada-hana01", """
                ,"surName":"山田","givenName":"花","surNameReading":"ヤマダ","givenNameReading":"ハナ","locale":"en",
                "timezone":"Asia/Tokyo","email":"hana@example.org","phone":"03-0000-0000","birthDate":"1990-02-03",
                "localName":"Hana","localNameLocale":"en"
                """)));

        JsonNode made = one("yamada-hana01");
        assertThat(made.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "code",
                        "ctime",
                        "mtime",
                        "valid",
                        "name",
                        "surName",
                        "givenName",
                        "surNameReading",
                        "givenNameReading",
                        "localName",
                        "localNameLocale",
                        "timezone",
                        "locale",
                        "description",
                        "phone",
                        "mobilePhone",
                        "extensionNumber",
                        "email",
                        "callto",
                        "url",
                        "employeeNumber",
                        "birthDate",
                        "joinDate",
                        "primaryOrganization",
                        "sortOrder",
                        "customItemValues");
        assertThat(made.path("id").asString()).matches("[1-9][0-9]*");
        assertThat(made.path("valid").asBoolean()).isTrue();
        assertThat(made.path("phone").asString()).isEqualTo("03-0000-0000");
        assertThat(made.path("birthDate").asString()).isEqualTo("1990-02-03");
        assertThat(made.path("joinDate").isNull()).isTrue();
        assertThat(made.path("ctime").asString()).isEqualTo("2026-04-01T00:00:00Z");
        TestClient hana = SERVER.client().as("yamada-hana01");
        assertThat(hana.get("/v1/users.json", "codes[0]", "admin").status()).isEqualTo(200);
        assertThat(admin.get("/v1/users.json", "ids[0]", made.path("id").asString())
                        .json()
                        .path("users")
                        .path(0)
                        .path("code")
                        .asString())
                .isEqualTo("yamada-hana01");
    }

    @Test
    void changesOnlyWhatIsSent() {
        done(admin.json("POST", "/v1/users.json", user("suzuki-umi001", ",\"phone\":\"1\",\"url\":\"2\"")));

        done(admin.json("PUT", "/v1/users.json", """
                {"users":[{"code":"suzuki-umi001","name":"鈴木 海","url":""}]}"""));

        JsonNode changed = one("suzuki-umi001");
        assertThat(changed.path("name").asString()).isEqualTo("鈴木 海");
        assertThat(changed.path("phone").asString()).isEqualTo("1");
        assertThat(changed.path("url").asString()).isEmpty();
    }

    @Test
    void locksOutWhoIsDeactivatedOrDeleted() {
        done(admin.json("POST", "/v1/users.json", user("leaver-first1", "")));
        done(admin.json("POST", "/v1/users.json", user("leaver-secnd1", "")));

        done(admin.json("PUT", "/v1/users.json", """
                {"users":[{"code":"leaver-first1","valid":false}]}"""));
        done(admin.json("DELETE", "/v1/users.json", "{\"codes\":[\"leaver-secnd1\"]}"));

        for (String gone : List.of("leaver-first1", "leaver-secnd1")) {
            assertThat(SERVER.client()
                            .as(gone)
                            .get("/v1/users.json")
                            .json()
                            .path("code")
                            .asString())
                    .isEqualTo("CB_WA01");
        }
        assertThat(one("leaver-first1").path("valid").asBoolean()).isFalse();
        assertThat(one("leaver-secnd1").isMissingNode()).isTrue();
        assertThat(SERVER.stores().directory().passwordHash("leaver-secnd1")).isEmpty();
    }

    @Test
    void keepsTheTreeOfOrganizationsAndWhoIsInThem() {
        done(admin.json("POST", "/v1/organizations.json", """
                {"organizations":[{"code":"ward","name":"区","localName":"Ward","localNameLocale":"en"},
                 {"code":"ward1","name":"一係","parentCode":"ward","description":"窓口"}]}"""));
        done(admin.json("POST", "/v1/users.json", user("clerk-ichiro1", "")));
        done(admin.json("PUT", "/v1/userOrganizations.json", """
                {"userOrganizations":[{"code":"clerk-ichiro1","organizations":[{"orgCode":"ward1"},{"orgCode":"ward"}]}]}"""));

        JsonNode ward1 = admin.get("/v1/organizations.json", "codes[0]", "ward1")
                .json()
                .path("organizations")
                .path(0);
        assertThat(ward1.propertyNames())
                .containsExactlyInAnyOrder(
                        "id", "code", "name", "localName", "localNameLocale", "parentCode", "description");
        assertThat(ward1.path("parentCode").asString()).isEqualTo("ward");
        assertThat(one("clerk-ichiro1").path("primaryOrganization").asString())
                .isEqualTo(ward1.path("id").asString());
        JsonNode titles = admin.get("/v1/user/organizations.json", "code", "clerk-ichiro1")
                .json()
                .path("organizationTitles");
        assertThat(titles).hasSize(2);
        assertThat(titles.path(0).path("title").isNull()).isTrue();
        assertThat(admin.get("/v1/organization/users.json", "code", "ward").text())
                .contains("clerk-ichiro1");
        assertThat(admin.json("DELETE", "/v1/organizations.json", "{\"codes\":[\"ward\"]}")
                        .text())
                .contains("\"codes\"", "CB_VA01");
        done(admin.json("DELETE", "/v1/organizations.json", "{\"codes\":[\"ward1\",\"ward\"]}"));
        assertThat(one("clerk-ichiro1").path("primaryOrganization").isNull()).isTrue();
    }

    @Test
    void keepsGroupsAndMakesAdministratorsByTheirs() {
        done(admin.json("POST", "/v1/groups.json", "{\"groups\":[{\"code\":\"nurses\",\"name\":\"保健師\"}]}"));
        done(admin.json("POST", "/v1/users.json", user("nurse-yuriko1", "")));
        TestClient nurse = SERVER.client().as("nurse-yuriko1");
        assertThat(nurse.json("POST", "/v1/groups.json", "{\"groups\":[{\"code\":\"x\",\"name\":\"x\"}]}")
                        .status())
                .isEqualTo(403);

        done(admin.json("PUT", "/v1/user/groups.json", """
                {"code":"nurse-yuriko1","groups":["nurses","Administrators"]}"""));

        assertThat(admin.get("/v1/user/groups.json", "code", "nurse-yuriko1")
                        .json()
                        .path("groups")
                        .valueStream()
                        .map(group -> group.path("code").asString()))
                .containsExactlyInAnyOrder("everyone", "Administrators", "nurses");
        assertThat(admin.get("/v1/group/users.json", "code", "nurses").text()).contains("nurse-yuriko1");
        done(nurse.json("PUT", "/v1/group/users.json", "{\"code\":\"nurses\",\"users\":[\"sato\",\"suzuki\"]}"));
        assertThat(admin.get("/v1/group/users.json", "code", "nurses").text())
                .contains("\"sato\"", "\"suzuki\"")
                .doesNotContain("nurse-yuriko1");
        done(admin.json("DELETE", "/v1/groups.json", "{\"codes\":[\"nurses\"]}"));
        assertThat(admin.get("/v1/groups.json", "codes[0]", "nurses").json().path("groups"))
                .isEmpty();
    }

    @Test
    void writesDownWhoDidWhatAndNoPassword() {
        SERVER.stores().changes().claim("people", 1000);
        done(admin.json("POST", "/v1/users.json", user("logged-person", "")));

        List<Change> entries = SERVER.stores().changes().claim("people", 10);

        assertThat(entries).hasSize(1);
        Change entry = entries.getFirst();
        assertThat(entry.actor().code()).isEqualTo("admin");
        assertThat(entry.what()).isInstanceOfSatisfying(Change.What.Administered.class, what -> {
            assertThat(what.subject()).isEqualTo(Change.Subject.USER);
            assertThat(what.deed()).isEqualTo(Change.Deed.CREATED);
            assertThat(what.code()).isEqualTo("logged-person");
            assertThat(what.details()).contains(new Change.Detail("password", null, "set"));
        });
        assertThat(entry.toString()).doesNotContain("logged-person!");
    }

    static List<ApiScenario> refusals() {
        return List.of(
                admin("a person without a name", "POST", "/v1/users.json", "{\"users\":[{\"code\":\"a\"}]}")
                        .answers(400, "users[0].name", "users[0].password", "CB_VA01"),
                admin(
                                "a person there is",
                                "POST",
                                "/v1/users.json",
                                user("suzuki", "").replace("suzuki!", "long enough 12"))
                        .answers(400, "users[0].code", "already in use"),
                admin("a short password", "POST", "/v1/users.json", user("short", ""))
                        .answers(400, "users[0].password"),
                admin(
                                "a password that is the login",
                                "POST",
                                "/v1/users.json",
                                user("same-as-login1", "").replace("!", ""))
                        .answers(400, "users[0].password"),
                admin("a bad language", "POST", "/v1/users.json", user("bad-language1", ",\"locale\":\"xx\""))
                        .answers(400, "users[0].locale"),
                admin("a bad zone", "POST", "/v1/users.json", user("bad-zone-1234", ",\"timezone\":\"Moon\""))
                        .answers(400, "users[0].timezone"),
                admin("a bad date", "POST", "/v1/users.json", user("bad-date-1234", ",\"birthDate\":\"3月\""))
                        .answers(400, "users[0].birthDate"),
                admin("one code twice", "PUT", "/v1/users.json", """
                        {"users":[{"code":"sato"},{"code":"sato"}]}""").answers(400, "users[1].code"),
                admin("nobody", "PUT", "/v1/users.json", "{\"users\":[{\"code\":\"nobody\"}]}")
                        .answers(400, "users[0].code"),
                admin("an empty list", "PUT", "/v1/users.json", "{\"users\":[]}")
                        .answers(400, "\"users\""),
                admin("oneself", "DELETE", "/v1/users.json", "{\"codes\":[\"sato\",\"admin\"]}")
                        .answers(400, "codes[1]"),
                admin("locking oneself out", "PUT", "/v1/users.json", """
                        {"users":[{"code":"admin","valid":false}]}""").answers(400, "users[0].valid"),
                admin("giving up one's own administration", "PUT", "/v1/user/groups.json", """
                        {"code":"admin","groups":[]}""")
                        .answers(400, "\"groups\""),
                admin("an unknown organisation", "PUT", "/v1/userOrganizations.json", """
                        {"userOrganizations":[{"code":"sato","organizations":[{"orgCode":"moon"}]}]}""")
                        .answers(400, "userOrganizations[0].organizations[0]"),
                admin("an unknown group", "PUT", "/v1/user/groups.json", "{\"code\":\"sato\",\"groups\":[\"moon\"]}")
                        .answers(400, "groups[0]"),
                admin("a circle", "PUT", "/v1/organizations.json", """
                        {"organizations":[{"code":"office","parentCode":"nursery01"}]}""").answers(400, "organizations[0].parentCode"),
                admin("the group of everyone", "DELETE", "/v1/groups.json", "{\"codes\":[\"everyone\"]}")
                        .answers(400, "\"codes\""),
                named("ids and codes")
                        .by("admin")
                        .get("/v1/users.json?ids%5B0%5D=1&codes%5B0%5D=a")
                        .answers(400, "\"codes\""),
                named("a hundred and one")
                        .by("admin")
                        .get("/v1/users.json?size=101")
                        .answers(400, "\"size\""),
                named("adding without being an administrator")
                        .call("POST", "/v1/users.json", user("by-somebody12", ""))
                        .answers(403, "CB_NO02"),
                named("a program")
                        .by("")
                        .header("X-Cybozu-API-Token", "all")
                        .get("/v1/users.json")
                        .answers(403, "GAIA_NO01"));
    }

    private static ApiScenario admin(String name, String method, String path, String body) {
        return named(name).by("admin").call(method, path, body);
    }

    /** Each leaves the log, and so the directory, as it was. */
    @ParameterizedTest
    @MethodSource("refusals")
    void refuses(ApiScenario scenario) {
        new ScenarioRunner(SERVER).play(scenario);
    }
}
