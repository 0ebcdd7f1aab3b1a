package org.mimamori.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.TokenEntry;
import org.mimamori.engine.directory.TokenRight;
import org.mimamori.engine.oauth.OAuth;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ApiSignInTest {

    private static final String TOKEN = "token of the page";

    private final People people = new People();
    private final ManualClock clock = new ManualClock();
    private final Grants grants = new Grants();
    private final OAuth oauth = new OAuth(grants, clock);
    private final ApiSettings settings = new ApiSettings(Locale.ENGLISH, ZoneId.of("Asia/Tokyo"));
    private final ApiSignIn signIn = new ApiSignIn(
            new CallerFinder(new Directory(people), people, people, clock, request -> TOKEN, oauth, settings),
            settings);

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/k/v1/records.json");
    private MockHttpServletResponse response = new MockHttpServletResponse();

    @BeforeEach
    void people() {
        request.setServletPath("/k/v1");
        request.setPathInfo("/records.json");
        people.add("nursery01", Locale.JAPANESE, true);
        people.add("coordinator", null, true);
        people.add("retired", null, false);
    }

    @Test
    void admitsAPersonByPassword() throws Exception {
        password("nursery01", "nursery01!");

        assertThat(call().actor().ref()).isEqualTo(EntityRef.user("nursery01"));
        assertThat(response.getHeader("X-ConcurrencyLimit-Limit")).isEqualTo("100");
        assertThat(response.getHeader("X-ConcurrencyLimit-Running")).isEqualTo("1");
    }

    @Test
    void splitsTheLoginFromThePasswordAtTheFirstColon() throws Exception {
        people.savePasswordHash("coordinator", people.hash("a:b"));
        password("coordinator", "a:b");

        assertThat(call().actor().ref()).isEqualTo(EntityRef.user("coordinator"));
    }

    @Test
    void refusesWhoSaysNothing() throws Exception {
        assertThat(refusal()).contains("\"code\":\"CB_AU01\"", "Please login.");
        assertThat(response.getStatus()).isEqualTo(401);
        assertThat(response.getHeader("X-Cybozu-Error")).isEqualTo("CB_AU01");
        assertThat(response.getContentType()).isEqualTo("application/json;charset=utf-8");
        assertThat(response.getHeader("X-ConcurrencyLimit-Running")).isEqualTo("1");
    }

    @Test
    void refusesAWrongPasswordAnUnknownUserAndADeactivatedOneAlike() throws Exception {
        for (String login : new String[] {"nursery01", "nobody", "retired"}) {
            password(login, login.equals("retired") ? "retired!" : "guess");
            assertThat(refusal()).contains("\"code\":\"CB_WA01\"");
            assertThat(response.getStatus()).isEqualTo(401);
        }
        assertThat(people.checks()).as("each takes the time of a check").isEqualTo(3);
    }

    @Test
    void refusesAHeaderThatIsNoSignIn() throws Exception {
        for (String header : new String[] {"!!!", base64("nursery01"), base64("nursery01:"), base64(":x"), ""}) {
            request.removeHeader("X-Cybozu-Authorization");
            request.addHeader("X-Cybozu-Authorization", header);
            assertThat(refusal()).as(header).contains("\"code\":\"CB_WA01\"");
        }
    }

    @Test
    void speaksTheLanguageOfTheBrowserToStrangers() throws Exception {
        request.addHeader("Accept-Language", "ja");

        assertThat(refusal()).contains("ログインしてください。");
    }

    @Test
    void followsTheBrowsersLanguageOnlyForWhoHasChosenNone() throws Exception {
        request.addHeader("Accept-Language", "zh");
        password("nursery01", "nursery01!");
        assertThat(call().actor().locale()).isEqualTo(Locale.JAPANESE);

        password("coordinator", "coordinator!");
        assertThat(call().actor().locale()).isEqualTo(Locale.CHINESE);
    }

    @Test
    void checksAPasswordOnceInAWhile() throws Exception {
        password("nursery01", "nursery01!");
        call();
        call();
        assertThat(people.checks()).isEqualTo(1);

        clock.advance(Duration.ofMinutes(6));
        call();
        assertThat(people.checks()).isEqualTo(2);
    }

    @Test
    void stopsAcceptingAChangedPasswordAtOnce() throws Exception {
        password("nursery01", "nursery01!");
        call();
        people.savePasswordHash("nursery01", people.hash("new"));

        assertThat(refusal()).contains("CB_WA01");
    }

    @Test
    void stopsAcceptingADeactivatedPersonAtOnce() throws Exception {
        password("coordinator", "coordinator!");
        call();
        people.add("coordinator", null, false);

        assertThat(refusal()).contains("CB_WA01");
    }

    @Test
    void closesAnAccountForAWhileThatGrowsWithEachWrongGuess() throws Exception {
        guess(5);
        password("nursery01", "nursery01!");
        assertThat(refusal()).as("closed for a second").contains("CB_WA01");

        clock.advance(Duration.ofSeconds(1));
        guess(1);
        clock.advance(Duration.ofSeconds(1));
        password("nursery01", "nursery01!");
        assertThat(refusal()).as("closed for two seconds now").contains("CB_WA01");

        clock.advance(Duration.ofSeconds(1));
        assertThat(call().actor().ref()).isEqualTo(EntityRef.user("nursery01"));
    }

    @Test
    void letsAProgramThatIsSignedInGoOnWhileSomebodyGuesses() throws Exception {
        password("nursery01", "nursery01!");
        call();
        guess(10);

        password("nursery01", "nursery01!");
        assertThat(call().actor().ref()).isEqualTo(EntityRef.user("nursery01"));
    }

    @Test
    void doesNotSpendTimeOnAClosedAccount() throws Exception {
        guess(50);

        assertThat(people.checks()).isEqualTo(5);
    }

    @Test
    void admitsAProgramByTokensOfSeveralApps() throws Exception {
        token("t1", 1, TokenRight.VIEW);
        token("t2", 2, TokenRight.ADD, TokenRight.VIEW);
        request.addHeader("X-Cybozu-API-Token", "t1, t2");

        assertThat(call().actor()).isInstanceOfSatisfying(Actor.Program.class, program -> {
            assertThat(program.may(1, TokenRight.VIEW)).isTrue();
            assertThat(program.may(1, TokenRight.ADD)).isFalse();
            assertThat(program.may(2, TokenRight.ADD)).isTrue();
            assertThat(program.may(3, TokenRight.VIEW)).isFalse();
        });
    }

    @Test
    void admitsTokensInRepeatedHeaders() throws Exception {
        token("t1", 1, TokenRight.VIEW);
        token("t2", 2, TokenRight.VIEW);
        request.addHeader("X-Cybozu-API-Token", "t1");
        request.addHeader("X-Cybozu-API-Token", "t2");

        assertThat(((Actor.Program) call().actor()).rights()).containsOnlyKeys(1L, 2L);
    }

    @Test
    void refusesAValidTokenBesideAnInvalidOne() throws Exception {
        token("t1", 1, TokenRight.VIEW);
        request.addHeader("X-Cybozu-API-Token", "t1,unknown");

        assertThat(refusal()).contains("\"code\":\"GAIA_IA02\"");
        assertThat(response.getStatus()).isEqualTo(400);
    }

    @Test
    void refusesTwoTokensOfOneApp() throws Exception {
        token("t1", 1, TokenRight.VIEW);
        token("t2", 1, TokenRight.EDIT);
        request.addHeader("X-Cybozu-API-Token", "t1,t2");

        assertThat(refusal()).contains("\"code\":\"GAIA_DA03\"");
    }

    @Test
    void refusesTenTokensAndNoneAtAll() throws Exception {
        request.addHeader("X-Cybozu-API-Token", "1,2,3,4,5,6,7,8,9,10");
        assertThat(refusal()).contains("\"code\":\"CB_IL02\"");

        request.removeHeader("X-Cybozu-API-Token");
        request.addHeader("X-Cybozu-API-Token", " , ");
        assertThat(refusal()).contains("\"code\":\"GAIA_IA02\"");
    }

    @Test
    void takesThePasswordBeforeTheToken() throws Exception {
        token("t1", 1, TokenRight.VIEW);
        request.addHeader("X-Cybozu-API-Token", "t1");
        password("coordinator", "coordinator!");

        assertThat(call().actor()).isInstanceOf(Actor.Person.class);
    }

    @Test
    void admitsASessionThatSaysItIsAPage() throws Exception {
        request.setUserPrincipal(() -> "nursery01");
        assertThat(refusal()).contains("CB_AU01");

        request.addHeader("X-Requested-With", "XMLHttpRequest");
        assertThat(call().actor().ref()).isEqualTo(EntityRef.user("nursery01"));
        assertThat(call().isProvenBy("")).as("reading needs no token").isTrue();
    }

    @Test
    void makesAWritingSessionShowItsToken() throws Exception {
        request.setMethod("POST");
        request.setUserPrincipal(() -> "nursery01");
        request.addHeader("X-Requested-With", "XMLHttpRequest");

        assertThat(call().isProvenBy("")).isFalse();
        assertThat(call().isProvenBy("another")).isFalse();
        assertThat(call().isProvenBy(TOKEN)).isTrue();

        request.addHeader("X-CSRF-TOKEN", TOKEN);
        assertThat(call().isProvenBy("")).isTrue();
    }

    @Test
    void refusesTheSessionOfADeactivatedPerson() throws Exception {
        request.setUserPrincipal(() -> "retired");
        request.addHeader("X-Requested-With", "XMLHttpRequest");

        assertThat(refusal()).contains("CB_AU01");
    }

    @Test
    void leavesOnlyTheListedPathsOpen() throws Exception {
        request.setServletPath("/api");
        request.setPathInfo("/openapi.json");
        assertThat(callOrNull()).isNull();
        assertThat(response.getStatus()).isEqualTo(200);

        request.setPathInfo("/openapi.json/");
        assertThat(refusal()).contains("CB_AU01");
        request.setPathInfo("/apps");
        assertThat(refusal()).contains("CB_AU01");
    }

    private Caller call() throws IOException, ServletException {
        Caller caller = callOrNull();
        assertThat(caller)
                .as(response.getContentAsString(StandardCharsets.UTF_8))
                .isNotNull();
        return java.util.Objects.requireNonNull(caller);
    }

    private @Nullable Caller callOrNull() throws IOException, ServletException {
        response = new MockHttpServletResponse();
        request.removeAttribute(Caller.ATTRIBUTE);
        signIn.doFilter(request, response, new MockFilterChain());
        return (Caller) request.getAttribute(Caller.ATTRIBUTE);
    }

    private String refusal() throws IOException, ServletException {
        response = new MockHttpServletResponse();
        MockFilterChain chain = new MockFilterChain();
        signIn.doFilter(request, response, chain);
        assertThat(chain.getRequest()).as("nothing goes on").isNull();
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private void guess(int times) throws IOException, ServletException {
        password("nursery01", "guess");
        for (int i = 0; i < times; i++) {
            refusal();
        }
    }

    private void password(String login, String password) {
        request.removeHeader("X-Cybozu-Authorization");
        request.addHeader("X-Cybozu-Authorization", base64(login + ":" + password));
    }

    private void token(String token, long app, TokenRight... rights) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        people.saveToken(new TokenEntry(HexFormat.of().formatHex(digest), app, Set.of(rights), "test"));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
