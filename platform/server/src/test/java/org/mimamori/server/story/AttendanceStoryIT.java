package org.mimamori.server.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.mimamori.engine.app.AppCatalog;
import org.mimamori.server.MimamoriApplication;
import org.mimamori.server.Town;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.convention.TestBean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The story the product is for, in a real browser: a nursery worker records an absence and mentions the coordinator,
 * who sees it and answers; and the worker cannot reach another nursery's child on any way.
 */
@SpringBootTest(
        classes = MimamoriApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "mimamori.demo=true")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AttendanceStoryIT {

    private static final Path DATA = Town.data();
    private static final Path APPS = Town.apps();
    private static final String QUESTION = "連絡がつきません。どうしましょうか。";
    private static final String ANSWER = "こちらから電話します。";

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private AppCatalog catalog;

    @TestBean
    private Clock clock;

    /** A Tuesday that is no holiday: on a day off an absence cannot be recorded. */
    static Clock clock() {
        return Clock.fixed(Instant.parse("2026-04-14T00:30:00Z"), ZoneOffset.UTC);
    }

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry registry) {
        registry.add("mimamori.data", DATA::toString);
        registry.add("mimamori.apps", APPS::toString);
    }

    @BeforeAll
    static void findChromium() {
        assumeTrue(
                Chromium.find().isPresent(), "SKIPPED: no Chromium on this machine; the stories need a real browser");
        chromium = Chromium.start();
    }

    @AfterAll
    static void closeChromium() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    @Order(1)
    void aWorkerRecordsAnAbsenceAndMentionsTheCoordinator() throws Exception {
        String child = freeChild();
        Desk desk = desk("nursery01").signIn().open("/apps/att_daily/new");
        desk.field("child").locator("input").fill(child);
        desk.page().keyboard().press("Tab");
        desk.choose("att", "欠席");
        desk.choose("seen", "見ていない");
        desk.page().locator("#record-save").click();
        desk.field("reason").getByText("入力してください").waitFor();
        desk.picture("01-worker-is-told-what-is-missing");

        desk.select("notice", "連絡なし");
        desk.select("reason", "不明");
        desk.field("reason_txt").locator("textarea").fill("三回電話したが、つながらない。");
        desk.select("contact", "会えなかった");
        desk.page().locator("#record-save").click();
        desk.page().locator("#record-edit").waitFor();
        desk.comment("coordinator", QUESTION);
        desk.picture("02-worker-mentions-the-coordinator");
    }

    @Test
    @Order(2)
    void theCoordinatorSeesTheMentionAndAnswers() {
        Desk desk = desk("coordinator").signIn();
        PlaywrightAssertions.assertThat(desk.page().getByText(QUESTION).first()).isVisible();
        desk.picture("03-coordinator-sees-the-mention");
        desk.page().locator("a.notice-link").first().click();
        desk.page().locator("#record-edit").waitFor();
        desk.page().getByText("返信").first().click();
        desk.page()
                .getByText("やめる")
                .and(desk.page().locator(":visible"))
                .first()
                .waitFor();
        desk.page().locator("mimamori-comment-box textarea:visible").last().pressSequentially(ANSWER);
        desk.page().keyboard().press("Control+Enter");
        desk.page().getByText(ANSWER).first().waitFor();
        desk.picture("04-coordinator-answers");
    }

    @Test
    @Order(3)
    void theWorkerReadsTheAnswer() {
        Desk desk = desk("nursery01").signIn();
        PlaywrightAssertions.assertThat(desk.page().getByText(ANSWER).first()).isVisible();
        desk.picture("05-worker-reads-the-answer");
    }

    @Test
    @Order(4)
    void theWorkerCannotReachAnotherNurserysChild() throws Exception {
        JsonNode other = get("coordinator", register(), "belong in (\"nursery02\") limit 1")
                .get("records")
                .get(0);
        String id = other.get("$id").get("value").asString();
        String name = other.get("name").get("value").asString();
        String number = other.get("child_no").get("value").asString();
        long own = get("coordinator", register(), "belong in (\"nursery01\")")
                .get("records")
                .size();

        Desk desk = desk("nursery01").signIn().open("/apps/child_register/" + id);
        PlaywrightAssertions.assertThat(desk.page().getByText("ページが見つかりません").first())
                .isVisible();
        assertThat(desk.page().content()).doesNotContain(name).doesNotContain(number);
        desk.picture("06-another-nurserys-child-does-not-exist");

        desk.open("/apps/child_register?search=" + encoded(number));
        PlaywrightAssertions.assertThat(desk.page().locator("#list-total")).containsText("0 件");
        desk.open("/apps/child_register");
        PlaywrightAssertions.assertThat(desk.page().locator("#list-total")).containsText(own + " 件");
        assertThat(desk.page().content()).doesNotContain(number);

        assertThat(call("nursery01", "/k/v1/record.json?app=" + register() + "&id=" + id)
                        .statusCode())
                .isEqualTo(404);
        JsonNode counted = get("nursery01", register(), "child_no = \"" + number + "\"");
        assertThat(counted.get("totalCount").asString()).isEqualTo("0");
        assertThat(get("nursery01", register(), "").get("totalCount").asString())
                .isEqualTo(Long.toString(own));
    }

    @Test
    @Order(5)
    void aHiddenFieldIsLikeOneThatDoesNotExist() throws Exception {
        HttpResponse<String> hidden = query("nursery01", register(), "category in (\"要保護\")");
        HttpResponse<String> absent = query("nursery01", register(), "no_such_field in (\"要保護\")");
        assertThat(hidden.statusCode()).isEqualTo(400);
        assertThat(hidden.body().replace("category", "no_such_field").replaceAll("\"id\":\"[^\"]*\"", ""))
                .isEqualTo(absent.body().replaceAll("\"id\":\"[^\"]*\"", ""));
        Desk desk = desk("nursery01").signIn();
        desk.open("/apps/child_register?query=" + encoded("category in (\"要保護\")"));
        assertThat(desk.page().locator("main#content").innerText()).doesNotContain("要保護児童");
    }

    @Test
    @Order(6)
    void fitsAPhone() {
        Desk desk = new Desk(chromium.open(390, 844, "ja-JP"), base(), "nursery01").signIn();
        desk.picture("07-phone-home");
        for (String path : new String[] {"/apps/att_daily", "/apps/att_daily/new", "/apps/child_register"}) {
            desk.open(path);
            Page page = desk.page();
            Object overflow = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
            assertThat(((Number) overflow).intValue()).as(path).isLessThanOrEqualTo(0);
            desk.picture("08-phone" + path.replace('/', '-'));
        }
    }

    @Test
    @Order(7)
    void speaksEnglish() {
        Desk desk = new Desk(chromium.open(1366, 768, "en-US"), base(), "coordinator").signIn();
        desk.open("/apps/child_register");
        PlaywrightAssertions.assertThat(desk.page().locator("h1").first()).containsText("Child register");
        desk.picture("09-english-list");
    }

    @Test
    @Order(8)
    void thePageTellsTheBrowserWhatToForbid() throws Exception {
        HttpResponse<String> page = call("nursery01", "/login");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).contains("default-src 'none'", "frame-ancestors 'none'", "nonce-"));
        assertThat(page.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax"));
        assertThat(call("nobody", "/actuator/env").statusCode()).isNotEqualTo(200);
    }

    private Desk desk(String person) {
        return new Desk(chromium.open(1366, 900, "ja-JP"), base(), person);
    }

    private String base() {
        return "http://localhost:" + port;
    }

    /** A child of the first nursery that has no entry for today yet. */
    private String freeChild() throws Exception {
        JsonNode children = get("nursery01", register(), "order by $id asc").get("records");
        for (JsonNode child : children) {
            String number = child.get("child_no").get("value").asString();
            JsonNode today = get("nursery01", app("att_daily"), "date = TODAY() and child = \"" + number + "\"");
            if (today.get("totalCount").asString().equals("0")) {
                return number;
            }
        }
        throw new IllegalStateException("every child has an entry already");
    }

    private long register() {
        return app("child_register");
    }

    private long app(String code) {
        return catalog.findByCode(code).orElseThrow().id().value();
    }

    private JsonNode get(String user, long app, String query) throws IOException, InterruptedException {
        HttpResponse<String> answer = query(user, app, query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private HttpResponse<String> query(String user, long app, String query) throws IOException, InterruptedException {
        return call(user, "/k/v1/records.json?totalCount=true&app=" + app + "&query=" + encoded(query));
    }

    private HttpResponse<String> call(String user, String path) throws IOException, InterruptedException {
        String credentials = user + ":" + Town.PASSWORD;
        HttpRequest request = HttpRequest.newBuilder(URI.create(base() + path))
                .header(
                        "X-Cybozu-Authorization",
                        Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
