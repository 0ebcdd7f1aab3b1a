package org.mimamori.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Making and revoking API tokens. */
class TokenCallsTest {

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private static final String TOKENS = "/api/apps/att_daily/tokens";

    private final TestClient manager = SERVER.client().as("coordinator");
    private final String app = Long.toString(SERVER.app("att_daily"));

    @Test
    void showsATokenOnceAndKeepsOnlyItsHash() {
        JsonNode made = manager.json("POST", TOKENS, "{\"rights\":[\"VIEW\",\"add\"],\"note\":\"連携\"}")
                .json();

        assertThat(made.propertyNames()).containsExactlyInAnyOrder("id", "note", "rights", "token");
        String secret = made.path("token").asString();
        assertThat(secret).hasSize(43);
        assertThat(made.path("rights").toString()).isEqualTo("[\"ADD\",\"VIEW\"]");
        assertThat(SERVER.client()
                        .token(secret)
                        .get("/k/v1/records.json", "app", app)
                        .status())
                .isEqualTo(200);
        assertThat(manager.get(TOKENS).text())
                .contains(made.path("id").asString())
                .doesNotContain(secret);
        assertThat(SERVER.stores().directory().tokens(Long.parseLong(app)).toString())
                .doesNotContain(secret);
        assertThat(SERVER.stores().changes().claim("tokens", 1000).toString()).doesNotContain(secret);
    }

    @Test
    void revokesATokenAtOnce() {
        JsonNode made = manager.json("POST", TOKENS, "{\"rights\":[\"VIEW\"]}").json();
        TestClient program = SERVER.client().token(made.path("token").asString());
        assertThat(program.get("/k/v1/records.json", "app", app).status()).isEqualTo(200);

        assertThat(manager.json("DELETE", TOKENS + "/" + made.path("id").asString(), "{}")
                        .text())
                .isEqualTo("{}");

        assertThat(program.get("/k/v1/records.json", "app", app)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("GAIA_IA02");
        assertThat(manager.json("DELETE", TOKENS + "/" + made.path("id").asString(), "{}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void isForPeopleWhoManageTheApp() {
        assertThat(SERVER.client().as("nursery01").get(TOKENS).status()).isEqualTo(404);
        assertThat(SERVER.client()
                        .as("nursery01")
                        .get("/api/apps/every_field/tokens")
                        .status())
                .isEqualTo(403);
        assertThat(SERVER.client()
                        .token("all")
                        .get("/api/apps/child_register/tokens")
                        .status())
                .isEqualTo(403);
        assertThat(manager.json("POST", TOKENS, "{\"rights\":[]}").status()).isEqualTo(400);
        assertThat(manager.json("POST", TOKENS, "{\"rights\":[\"RULE\"]}").status())
                .isEqualTo(400);
    }

    @Test
    void makesTwentyTokensAtMost() {
        TestClient admin = SERVER.client().as("admin");
        for (int i = 0; i < 20; i++) {
            assertThat(admin.json("POST", "/api/apps/every_field/tokens", "{\"rights\":[\"VIEW\"]}")
                            .status())
                    .isEqualTo(200);
        }

        assertThat(admin.json("POST", "/api/apps/every_field/tokens", "{\"rights\":[\"VIEW\"]}")
                        .status())
                .isEqualTo(400);
    }
}
