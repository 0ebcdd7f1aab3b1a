package org.mimamori.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The authorization code grant, from a person's agreement to a call in their name. */
class OAuthTest {

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private static final String BACK = "https://program.example.org/back?x=1";

    /** RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private static final Pattern HIDDEN = Pattern.compile("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final TestClient admin = SERVER.client().as("admin");
    private final String app = Long.toString(SERVER.app("every_field"));
    private String id = "";
    private String secret = "";

    @BeforeEach
    void registerTheProgram() {
        JsonNode registered = admin.json(
                        "POST", "/api/oauth/clients", "{\"name\":\"集計 <b>\",\"redirectUris\":[\"" + BACK + "\"]}")
                .json();
        id = registered.path("id").asString();
        secret = registered.path("secret").asString();
    }

    private Map<String, String> asking(String scope) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client_id", id);
        form.put("redirect_uri", BACK);
        form.put("response_type", "code");
        form.put("scope", scope);
        form.put("state", "a&b");
        form.put("code_challenge", CHALLENGE);
        form.put("code_challenge_method", "S256");
        return form;
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static TestClient.Answer ask(String user, Map<String, String> form) {
        return SERVER.client().session(user).get("/oauth2/authorization?" + encoded(form));
    }

    /** Presses a button on the page as the browser would. */
    private static TestClient.Answer decide(String user, TestClient.Answer page, String decision) {
        Map<String, String> form = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(page.text());
        while (hidden.find()) {
            form.put(hidden.group(1), hidden.group(2).replace("&amp;", "&"));
        }
        form.put("decision", decision);
        String cookie = page.header("Set-Cookie").split(";")[0];
        return post(SERVER.client().session(user).with("Cookie", cookie), "/oauth2/authorization", form);
    }

    private static TestClient.Answer post(TestClient client, String path, Map<String, String> form) {
        return client.with("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", path, BodyPublishers.ofString(encoded(form)));
    }

    /** The parameters the program is sent, behind those its address has. */
    private static Map<String, String> sent(TestClient.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(302);
        assertThat(answer.header("Location")).startsWith(BACK + "&");
        Map<String, String> sent = new HashMap<>();
        for (String pair : URI.create(answer.header("Location")).getRawQuery().split("&")) {
            String[] parts = pair.split("=", 2);
            sent.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return sent;
    }

    private String code(String scope) {
        return sent(decide("sato", ask("sato", asking(scope)), "approve")).getOrDefault("code", "");
    }

    private TestClient program() {
        String basic = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return SERVER.client().with("Authorization", "Basic " + basic);
    }

    private TestClient.Answer fetch(String code, String verifier) {
        return post(
                program(),
                "/oauth2/token",
                Map.of(
                        "grant_type", "authorization_code",
                        "code", code,
                        "redirect_uri", BACK,
                        "code_verifier", verifier));
    }

    private static TestClient bearer(JsonNode tokens) {
        return SERVER.client()
                .with("Authorization", "Bearer " + tokens.path("access_token").asString());
    }

    @Test
    void letsAProgramActForAPersonWhoAgreed() {
        TestClient.Answer page = ask("sato", asking("k:app_record:read k:app_record:write"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("集計 &lt;b&gt;").doesNotContain("集計 <b>");
        assertThat(page.header("Content-Security-Policy")).contains("frame-ancestors 'none'");

        Map<String, String> sent = sent(decide("sato", page, "approve"));
        assertThat(sent).containsEntry("state", "a&b").containsEntry("x", "1");
        TestClient.Answer fetched = fetch(sent.getOrDefault("code", ""), VERIFIER);

        JsonNode tokens = fetched.json();
        assertThat(fetched.status()).as(fetched.text()).isEqualTo(200);
        assertThat(fetched.header("Cache-Control")).isEqualTo("no-store");
        assertThat(tokens.propertyNames())
                .containsExactlyInAnyOrder("access_token", "refresh_token", "token_type", "expires_in", "scope");
        assertThat(tokens.path("token_type").asString()).isEqualTo("bearer");
        assertThat(tokens.path("expires_in").asInt()).isEqualTo(3600);
        TestClient.Answer added = bearer(tokens).json("POST", "/k/v1/record.json", "{\"app\":%s}".formatted(app));
        assertThat(added.status()).as(added.text()).isEqualTo(200);
        String record = bearer(tokens)
                .get(
                        "/k/v1/record.json",
                        "app",
                        app,
                        "id",
                        added.json().path("id").asString())
                .text();
        assertThat(record).as("done by the person").contains("\"sato\"");
    }

    @ParameterizedTest
    @CsvSource({
        "k:app_record:read, GET, /k/v1/records.json, 200",
        "k:app_record:read, POST, /k/v1/record.json, 403",
        "k:app_record:read, GET, /k/v1/app.json, 403",
        "k:app_record:write, POST, /k/v1/record.json, 200",
        "k:app_record:write, GET, /k/v1/records.json, 403",
        "k:app_settings:read, GET, /k/v1/app/form/fields.json, 200",
        "k:app_settings:read, GET, /k/v1/records.json, 403",
        "k:file:read, GET, /k/v1/records.json, 403",
        "k:app_settings:write, GET, /k/v1/space.json, 403",
        "k:app_settings:write, GET, /v1/users.json, 403",
        "k:app_settings:write, GET, /api/oauth/clients, 403"
    })
    void bindsAProgramToWhatWasAgreedTo(String scope, String method, String path, int status) {
        JsonNode tokens = fetch(code(scope), VERIFIER).json();

        TestClient.Answer answer = method.equals("GET")
                ? bearer(tokens).get(path, "app", app, "id", "1")
                : bearer(tokens).json(method, path, "{\"app\":%s}".formatted(app));

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        if (status == 403) {
            assertThat(answer.header("WWW-Authenticate")).contains("insufficient_scope");
        }
    }

    @Test
    void renewsAnAccessTokenAndVoidsTheOneBefore() {
        JsonNode first = fetch(code("k:app_record:read"), VERIFIER).json();
        Map<String, String> renewal = Map.of(
                "grant_type",
                "refresh_token",
                "refresh_token",
                first.path("refresh_token").asString());

        JsonNode second = post(program(), "/oauth2/token", renewal).json();

        assertThat(bearer(second).get("/k/v1/records.json", "app", app).status())
                .isEqualTo(200);
        TestClient.Answer old = bearer(first).get("/k/v1/records.json", "app", app);
        assertThat(old.status()).isEqualTo(401);
        assertThat(old.header("WWW-Authenticate")).contains("invalid_token");
        SERVER.clock().advance(Duration.ofMinutes(61));
        assertThat(bearer(second).get("/k/v1/records.json", "app", app).status())
                .isEqualTo(401);
        JsonNode third = post(program(), "/oauth2/token", renewal).json();
        assertThat(bearer(third).get("/k/v1/records.json", "app", app).status()).isEqualTo(200);
    }

    @Test
    void takesACodeOnceAndVoidsWhatItGaveWhenItComesAgain() {
        String code = code("k:app_record:read");
        JsonNode tokens = fetch(code, VERIFIER).json();

        TestClient.Answer again = fetch(code, VERIFIER);

        assertThat(again.status()).isEqualTo(400);
        assertThat(again.text()).isEqualTo("{\"error\":\"invalid_grant\"}");
        assertThat(bearer(tokens).get("/k/v1/records.json", "app", app).status())
                .isEqualTo(401);
    }

    @Test
    void refusesACodeThatIsOldOrComesFromSomebodyElse() {
        String old = code("k:app_record:read");
        SERVER.clock().advance(Duration.ofMinutes(11));
        assertThat(fetch(old, VERIFIER).text()).contains("invalid_grant");
        assertThat(fetch(code("k:app_record:read"), VERIFIER.replace('d', 'e')).text())
                .as("another verifier")
                .contains("invalid_grant");
        Map<String, String> elsewhere = Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code("k:app_record:read"),
                "redirect_uri",
                "https://program.example.org/other",
                "code_verifier",
                VERIFIER);
        assertThat(post(program(), "/oauth2/token", elsewhere).text()).contains("invalid_grant");
        Map<String, String> bare =
                Map.of("grant_type", "authorization_code", "code", code("k:app_record:read"), "redirect_uri", BACK);
        assertThat(post(program(), "/oauth2/token", bare).text())
                .as("without its verifier")
                .contains("invalid_grant");
    }

    @Test
    void refusesAProgramThatDoesNotKnowItsSecret() {
        secret = "guess";
        TestClient.Answer refused = fetch("code", VERIFIER);

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text()).isEqualTo("{\"error\":\"invalid_client\"}");
        assertThat(refused.header("WWW-Authenticate")).startsWith("Basic");
        assertThat(post(SERVER.client().with("Authorization", "Basic !"), "/oauth2/token", Map.of())
                        .status())
                .isEqualTo(401);
        assertThat(post(SERVER.client(), "/oauth2/token", Map.of()).status()).isEqualTo(401);
    }

    @Test
    void sendsNobodyToAnAddressNobodyRegistered() {
        for (String address : new String[] {"https://evil.example.org/", BACK + "&y=2", ""}) {
            Map<String, String> form = asking("k:app_record:read");
            form.put("redirect_uri", address);
            TestClient.Answer answer = ask("sato", form);
            assertThat(answer.status()).as(address).isEqualTo(400);
            assertThat(answer.header("Location")).isEmpty();
        }
        assertThat(SERVER.client()
                        .get("/oauth2/authorization?" + encoded(asking("k:app_record:read")))
                        .status())
                .as("nobody signed in")
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "response_type, token, unsupported_response_type",
        "scope, k:everything, invalid_scope",
        "scope, '', invalid_scope",
        "code_challenge_method, plain, invalid_request",
        "code_challenge, short, invalid_request"
    })
    void tellsTheProgramWhatIsWrongWithItsRequest(String name, String value, String error) {
        Map<String, String> form = asking("k:app_record:read");
        form.put(name, value);

        assertThat(sent(ask("sato", form))).containsEntry("error", error).containsEntry("state", "a&b");
    }

    @Test
    void doesNothingWithoutThePersonsOwnDecision() {
        TestClient.Answer page = ask("sato", asking("k:app_record:read"));
        assertThat(sent(decide("sato", page, "deny"))).containsEntry("error", "access_denied");
        assertThat(decide("sato", page, "approve").status())
                .as("the page is good once")
                .isEqualTo(400);
        Map<String, String> forged = asking("k:app_record:read");
        forged.put("decision", "approve");
        assertThat(post(SERVER.client().session("sato"), "/oauth2/authorization", forged)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void endsWithTheProgramAndWithThePerson() {
        JsonNode tokens = fetch(code("k:app_record:read"), VERIFIER).json();
        assertThat(admin.json("DELETE", "/api/oauth/clients/" + id, "{}").text())
                .isEqualTo("{}");
        assertThat(bearer(tokens).get("/k/v1/records.json", "app", app).status())
                .isEqualTo(401);
        registerTheProgram();
        JsonNode others = fetch(code("k:app_record:read"), VERIFIER).json();
        admin.json("PUT", "/v1/users.json", "{\"users\":[{\"code\":\"sato\",\"valid\":false}]}");
        assertThat(bearer(others).get("/k/v1/records.json", "app", app).status())
                .isEqualTo(401);
        admin.json("PUT", "/v1/users.json", "{\"users\":[{\"code\":\"sato\",\"valid\":true}]}");
    }

    @Test
    void letsNobodyInheritWhatADeletedPersonAgreedTo() {
        String person = "{\"users\":[{\"code\":\"short-stay\",\"name\":\"x\",\"password\":\"long enough 12\"}]}";
        assertThat(admin.json("POST", "/v1/users.json", person).status()).isEqualTo(200);
        String code = sent(decide("short-stay", ask("short-stay", asking("k:app_record:read")), "approve"))
                .getOrDefault("code", "");
        JsonNode tokens = fetch(code, VERIFIER).json();
        assertThat(bearer(tokens).get("/k/v1/records.json", "app", app).status())
                .isEqualTo(200);

        admin.json("DELETE", "/v1/users.json", "{\"codes\":[\"short-stay\"]}");
        assertThat(admin.json("POST", "/v1/users.json", person).status()).isEqualTo(200);

        assertThat(bearer(tokens).get("/k/v1/records.json", "app", app).status())
                .isEqualTo(401);
    }

    @Test
    void registersProgramsForAdministratorsAndKeepsNoSecret() {
        assertThat(admin.get("/api/oauth/clients").text()).contains(id).doesNotContain(secret);
        assertThat(SERVER.stores().oauth().clients().toString()).doesNotContain(secret);
        assertThat(SERVER.client().as("sato").get("/api/oauth/clients").status())
                .isEqualTo(403);
        for (String uri : new String[] {"http://example.org/", "https://example.org/#x", "ftp://x", "x"}) {
            assertThat(admin.json("POST", "/api/oauth/clients", "{\"name\":\"x\",\"redirectUris\":[\"" + uri + "\"]}")
                            .status())
                    .as(uri)
                    .isEqualTo(400);
        }
    }
}
