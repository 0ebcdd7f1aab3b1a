package org.mimamori.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.oauth.CodeGrant;
import org.mimamori.engine.oauth.OAuthClient;
import org.mimamori.engine.oauth.OAuthStore;
import org.mimamori.engine.oauth.Scope;
import org.mimamori.engine.oauth.TokenGrant;

/** What every store of OAuth grants does. */
abstract class OAuthStoreContract {

    private static final Instant AT = Instant.parse("2026-05-15T01:30:00.123Z");

    protected abstract MongoStores stores();

    private OAuthStore oauth() {
        return stores().oauth();
    }

    private static CodeGrant code(String hash, String client, @Nullable String challenge, Instant until) {
        return new CodeGrant(
                hash, client, "sato", Set.of(Scope.APP_RECORD_READ, Scope.FILE_READ), "https://x/", challenge, until);
    }

    private static TokenGrant token(String refresh, String code, String client, String access) {
        return new TokenGrant(refresh, code, client, "sato", Set.of(Scope.APP_RECORD_WRITE), access, AT);
    }

    @Test
    void givesACodeOutOnce() {
        CodeGrant code = code("c1", "p1", "challenge", AT);
        oauth().saveCode(code, AT.minusSeconds(1));

        assertThat(oauth().takeCode("c1")).contains(code);
        assertThat(oauth().takeCode("c1")).isEmpty();
    }

    @Test
    void forgetsCodesThatHaveRunOut() {
        oauth().saveCode(code("d1", "p1", null, AT), AT.minusSeconds(1));
        oauth().saveCode(code("d2", "p1", null, AT.plusSeconds(60)), AT.plusSeconds(1));

        assertThat(oauth().takeCode("d1")).isEmpty();
        assertThat(oauth().takeCode("d2")).isPresent();
    }

    @Test
    void findsAGrantByItsTokensAndRenewsIt() {
        TokenGrant first = token("r1", "k1", "p2", "a1");
        oauth().saveToken(first);
        assertThat(oauth().byAccess("a1")).contains(first);
        assertThat(oauth().byRefresh("r1")).contains(first);

        TokenGrant second = token("r1", "k1", "p2", "a2");
        oauth().saveToken(second);

        assertThat(oauth().byAccess("a1")).isEmpty();
        assertThat(oauth().byAccess("a2")).contains(second);
        oauth().deleteTokensOf("k1");
        assertThat(oauth().byRefresh("r1")).isEmpty();
    }

    @Test
    void removesAProgramWithAllItWasGranted() {
        OAuthClient client = new OAuthClient("p3", "集計", "hash", List.of("https://x/", "https://y/"));
        oauth().saveClient(client);
        oauth().saveCode(code("e1", "p3", null, AT.plusSeconds(60)), AT);
        oauth().saveToken(token("r3", "k3", "p3", "a3"));
        oauth().saveToken(token("r4", "k4", "p4", "a4"));
        assertThat(oauth().client("p3")).contains(client);
        assertThat(oauth().clients()).contains(client);

        oauth().deleteClient("p3");

        assertThat(oauth().client("p3")).isEmpty();
        assertThat(oauth().takeCode("e1")).isEmpty();
        assertThat(oauth().byAccess("a3")).isEmpty();
        assertThat(oauth().byAccess("a4")).isPresent();
    }
}
