package org.mimamori.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimamori.api.http.Rooms.done;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mimamori.engine.record.AppPlaces.AppPlace;
import tools.jackson.databind.JsonNode;

/** Who sees an app by where it is: in no space, a public, a private or a guest space. */
class GuestSpaceTest {

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private static final String GUEST = "npo@example.org";
    private static final String UNINVITED = "other@example.org";
    private static final String ADMIN = Rooms.member("USER", "admin", true);

    private final Rooms rooms = new Rooms(SERVER);
    private final TestClient guest = SERVER.client().as(GUEST);

    private final String app = Long.toString(SERVER.app("every_field"));

    @BeforeAll
    static void letGuestsIn() {
        Rooms rooms = new Rooms(SERVER);
        rooms.letIn(GUEST);
        rooms.letIn(UNINVITED);
    }

    private String guestSpace(String members) {
        String id = rooms.make(1, "外の人と", members, ",\"isGuest\":true");
        SERVER.place("every_field", new AppPlace(Long.parseLong(id), 1));
        return id;
    }

    private static String code(TestClient.Answer answer) {
        return answer.json().path("code").asString();
    }

    @Test
    void letsAGuestWorkInItsSpaceByItsAddressOnly() {
        String id = guestSpace(ADMIN);
        rooms.invite(id, "\"" + GUEST + "\"");
        String inside = "/k/guest/" + id + "/v1";

        assertThat(guest.get(inside + "/records.json", "app", app).status()).isEqualTo(200);
        TestClient.Answer added = guest.json("POST", inside + "/record.json", "{\"app\":%s}".formatted(app));
        assertThat(added.status()).as(added.text()).isEqualTo(200);
        JsonNode listed = guest.get(inside + "/apps.json").json().path("apps");
        assertThat(listed).hasSize(1);
        assertThat(listed.path(0).path("spaceId").asString()).isEqualTo(id);
        assertThat(guest.get(inside + "/space.json", "id", id)
                        .json()
                        .path("isGuest")
                        .asBoolean())
                .isTrue();

        TestClient.Answer elsewhere = guest.get("/k/v1/records.json", "app", app);
        assertThat(elsewhere.status()).isEqualTo(400);
        assertThat(code(elsewhere)).isEqualTo("GAIA_IL23");
        assertThat(guest.get("/k/v1/apps.json").json().path("apps")).isEmpty();
        assertThat(code(guest.get("/k/v1/records.json", "app", Long.toString(SERVER.app("child_register")))))
                .isEqualTo("GAIA_AP01");
        assertThat(code(guest.get(inside + "/records.json", "app", Long.toString(SERVER.app("child_register")))))
                .isEqualTo("GAIA_AP01");
        assertThat(guest.get("/v1/users.json").status())
                .as("the people of the house")
                .isEqualTo(403);
        assertThat(guest.get("/api/apps/child_register/schema.json").status()).isEqualTo(404);
    }

    @Test
    void letsNobodyElseIn() {
        String id = guestSpace(Rooms.member("USER", "sato", true));
        for (String who : List.of(UNINVITED, "suzuki", "coordinator")) {
            TestClient.Answer answer = SERVER.client().as(who).get("/k/guest/" + id + "/v1/records.json", "app", app);
            assertThat(answer.status()).as(who).isEqualTo(403);
            assertThat(code(answer)).isEqualTo("CB_NO02");
            assertThat(code(SERVER.client().as(who).get("/k/v1/records.json", "app", app)))
                    .as(who)
                    .isEqualTo("GAIA_AP01");
        }
    }

    @Test
    void takesACallAboutAnotherSpaceForOneAboutNothing() {
        String id = guestSpace(ADMIN);
        String other = rooms.make(1, "別の外", ADMIN, ",\"isGuest\":true");
        TestClient admin = SERVER.client().as("admin");

        assertThat(code(admin.get("/k/guest/" + other + "/v1/records.json", "app", app)))
                .isEqualTo("GAIA_AP01");
        assertThat(code(admin.get("/k/guest/" + other + "/v1/space.json", "id", id)))
                .isEqualTo("GAIA_SP01");
        assertThat(code(admin.get("/k/v1/space.json", "id", id))).isEqualTo("GAIA_IL23");
        String house = rooms.make(1, "内", ADMIN, "");
        assertThat(code(admin.get("/k/guest/" + house + "/v1/apps.json"))).isEqualTo("CB_NO02");
        for (String path :
                List.of("/k/guest", "/k/guest/", "/k/guest/1", "/k/guest/x/v1/apps.json", "/k/guest/-1/v1/apps.json")) {
            assertThat(code(admin.get(path))).as(path).isEqualTo("CB_NO02");
        }
        assertThat(code(admin.get("/k/guest/" + id + "/v1/nothing.json"))).isEqualTo("CB_IL02");
    }

    @Test
    void understandsTheAddressInsideABulkRequest() {
        String id = guestSpace(ADMIN);
        rooms.invite(id, "\"" + GUEST + "\"");
        String bulk = """
                {"requests":[{"method":"POST","api":"/k/guest/%s/v1/record.json","payload":{"app":%s}},
                 {"method":"POST","api":"%s/v1/record.json","payload":{"app":%s}}]}""";

        TestClient.Answer both = guest.json(
                "POST", "/k/guest/" + id + "/v1/bulkRequest.json", bulk.formatted(id, app, "/k/guest/" + id, app));
        assertThat(both.status()).as(both.text()).isEqualTo(200);
        TestClient.Answer mixed =
                guest.json("POST", "/k/guest/" + id + "/v1/bulkRequest.json", bulk.formatted(id, app, "/k", app));
        assertThat(mixed.status()).isEqualTo(400);
        assertThat(mixed.json().path("results").path(1).path("code").asString()).isEqualTo("GAIA_IL23");
    }

    @Test
    void letsATokenOfAnAppInsideInByItsAddressOnly() {
        String id = guestSpace(ADMIN);
        String made = SERVER.client()
                .as("admin")
                .json("POST", "/api/apps/every_field/tokens", "{\"rights\":[\"VIEW\"],\"note\":\"集計\"}")
                .json()
                .path("token")
                .asString();
        TestClient program = SERVER.client().token(made);

        assertThat(program.get("/k/guest/" + id + "/v1/records.json", "app", app)
                        .status())
                .isEqualTo(200);
        assertThat(code(program.get("/k/v1/records.json", "app", app))).isEqualTo("GAIA_IL23");
        assertThat(code(SERVER.client().token("all").get("/k/guest/" + id + "/v1/records.json", "app", app)))
                .isEqualTo("CB_NO02");
    }

    @Test
    void makesAnAppInTheSpaceByWhoseAddressItIsMade() {
        String id = guestSpace(ADMIN);
        rooms.invite(id, "\"" + GUEST + "\"");
        TestClient admin = SERVER.client().as("admin");
        String inside = "/k/guest/" + id + "/v1";

        String made = admin.json("POST", inside + "/preview/app.json", "{\"name\":\"外の人と\"}")
                .json()
                .path("app")
                .asString();
        done(admin.json("POST", inside + "/preview/app/deploy.json", "{\"apps\":[{\"app\":" + made + "}]}"));

        assertThat(admin.get(inside + "/app.json", "id", made)
                        .json()
                        .path("spaceId")
                        .asString())
                .isEqualTo(id);
        assertThat(code(admin.get("/k/v1/app.json", "id", made))).isEqualTo("GAIA_IL23");
        assertThat(guest.json("POST", inside + "/preview/app.json", "{\"name\":\"x\"}")
                        .status())
                .as("guests make no apps")
                .isEqualTo(403);
    }

    @Test
    void shutsOutAGuestWhoIsDeleted() {
        String leaving = "leaving@example.org";
        rooms.letIn(leaving);
        String id = guestSpace(ADMIN);
        rooms.invite(id, "\"" + leaving + "\",\"" + GUEST + "\"");
        TestClient leaver = SERVER.client().as(leaving);
        assertThat(leaver.get("/k/guest/" + id + "/v1/apps.json").status()).isEqualTo(200);

        done(SERVER.client().as("admin").json("DELETE", "/k/v1/guests.json", "{\"guests\":[\"" + leaving + "\"]}"));

        assertThat(code(leaver.get("/k/guest/" + id + "/v1/apps.json"))).isEqualTo("CB_WA01");
        assertThat(SERVER.stores()
                        .spaces()
                        .find(Long.parseLong(id))
                        .orElseThrow()
                        .guests())
                .containsExactly(GUEST);
    }

    /** What each person of the test is: code, groups, organisations and those above. */
    private enum Somebody {
        ADMINISTRATOR("admin", Set.of(), Set.of("office"), Set.of("office")),
        COORDINATOR("coordinator", Set.of("coordinators"), Set.of("office"), Set.of("office")),
        NURSERY("nursery01", Set.of(), Set.of("nursery01"), Set.of("nursery01", "office")),
        OUTSIDER(GUEST, Set.of(), Set.of(), Set.of());

        private final String code;
        private final Set<String> groups;
        private final Set<String> organizations;
        private final Set<String> above;

        Somebody(String code, Set<String> groups, Set<String> organizations, Set<String> above) {
            this.code = code;
            this.groups = groups;
            this.organizations = organizations;
            this.above = above;
        }
    }

    private enum Kind {
        NONE,
        PUBLIC,
        PRIVATE,
        GUEST
    }

    /** A space by chance, and, said independently of the product, whom it lets see the app. */
    private record Room(Kind kind, String id, Set<Integer> members, boolean invited) {

        private static final List<String> CANDIDATES = List.of(
                Rooms.member("USER", "nursery01", false),
                Rooms.organization("office", false),
                Rooms.organization("office", true),
                Rooms.member("GROUP", "coordinators", false));

        boolean belongs(Somebody who) {
            return switch (who) {
                case OUTSIDER -> invited;
                default ->
                    members.contains(0) && who.code.equals("nursery01")
                            || members.contains(1) && who.organizations.contains("office")
                            || members.contains(2) && who.above.contains("office")
                            || members.contains(3) && who.groups.contains("coordinators");
            };
        }

        boolean shows(Somebody who, boolean byGuestPath) {
            boolean outsider = who == Somebody.OUTSIDER;
            return switch (kind) {
                case NONE, PUBLIC -> !byGuestPath && !outsider;
                case PRIVATE -> !byGuestPath && !outsider && belongs(who);
                case GUEST -> byGuestPath && belongs(who);
            };
        }
    }

    @Test
    void showsAnAppOnEverySurfaceOrOnNone() {
        Random random = new Random(20_260_401);
        for (int turn = 0; turn < 24; turn++) {
            Room room = room(Kind.values()[turn % Kind.values().length], random);
            for (Somebody who : Somebody.values()) {
                TestClient client = SERVER.client().as(who.code);
                check(client, "/k/v1", room.shows(who, false), room + " " + who);
                check(client, "/k/guest/" + room.id() + "/v1", room.shows(who, true), room + " guest path " + who);
            }
        }
    }

    private Room room(Kind kind, Random random) {
        List<String> members = new ArrayList<>(List.of(Rooms.member("USER", "suzuki", true)));
        Set<Integer> chosen = new TreeSet<>();
        for (int i = 0; i < Room.CANDIDATES.size(); i++) {
            if (random.nextInt(3) == 0 && !(i == 2 && chosen.contains(1))) {
                chosen.add(i);
                members.add(Room.CANDIDATES.get(i));
            }
        }
        String rest = kind == Kind.GUEST ? ",\"isGuest\":true" : ",\"isPrivate\":" + (kind == Kind.PRIVATE);
        String id = rooms.make(1, "部屋", String.join(",", members), rest);
        boolean invited = kind == Kind.GUEST && random.nextBoolean();
        if (invited) {
            rooms.invite(id, "\"" + GUEST + "\"");
        }
        SERVER.place("every_field", kind == Kind.NONE ? null : new AppPlace(Long.parseLong(id), 1));
        return new Room(kind, id, chosen, invited);
    }

    /** Every way to an app gives the same answer to whether it is there. */
    private void check(TestClient client, String base, boolean shown, String what) {
        TestClient.Answer list = client.get(base + "/apps.json", "ids[0]", app);
        assertThat(list.status() == 200 && list.json().path("apps").size() == 1)
                .as("list " + what)
                .isEqualTo(shown);
        List<TestClient.Answer> answers = Arrays.asList(
                client.get(base + "/app.json", "id", app),
                client.get(base + "/records.json", "app", app),
                client.get(base + "/app/form/fields.json", "app", app),
                client.get(base + "/app/views.json", "app", app),
                client.json("POST", base + "/records/cursor.json", "{\"app\":%s,\"fields\":[\"$id\"]}".formatted(app)),
                client.json("POST", base + "/records.json", "{\"app\":%s,\"records\":[]}".formatted(app)));
        for (int i = 0; i < answers.size(); i++) {
            TestClient.Answer answer = answers.get(i);
            assertThat(answer.status() == 200)
                    .as(i + " " + what + answer.text())
                    .isEqualTo(shown);
            if (shown && i == 4) {
                client.json(
                        "DELETE",
                        base + "/records/cursor.json",
                        "{\"id\":\"%s\"}".formatted(answer.json().path("id").asString()));
            }
        }
    }
}
