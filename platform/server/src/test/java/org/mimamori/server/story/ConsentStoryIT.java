package org.mimamori.server.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.oauth.OAuth;
import org.mimamori.engine.oauth.OAuthClients;
import org.mimamori.server.MimamoriApplication;
import org.mimamori.server.Town;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A person lets a program act for them, in a real browser: sign-in, the page of agreement, and back to the program. */
@SpringBootTest(
        classes = MimamoriApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "mimamori.demo=true")
class ConsentStoryIT {

    /** On the person's own machine; nothing need answer there. */
    private static final String BACK = "http://localhost:9/back";

    private static final double FIRST_PAGE = 60_000;

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private OAuthClients clients;

    @Autowired
    private OAuth oauth;

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry registry) {
        String data = Town.data().toString();
        String apps = Town.apps().toString();
        registry.add("mimamori.data", () -> data);
        registry.add("mimamori.apps", () -> apps);
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
    void aPersonSignsInAgreesAndGoesBackToTheProgram() {
        OAuthClients.Registered program = clients.register(new Actor.Platform("test"), "集計くん", List.of(BACK));
        Page page = chromium.open(1000, 700, "ja-JP");
        page.navigate("http://localhost:" + port + "/oauth2/authorization?response_type=code&scope=k:app_record:read"
                + "&state=s1&client_id=" + program.client().id() + "&redirect_uri=" + BACK);
        // The first page of a fresh server takes its time on a busy machine.
        page.locator("input[name=username]").waitFor(new Locator.WaitForOptions().setTimeout(FIRST_PAGE));
        page.locator("input[name=username]").fill("nursery01");
        page.locator("input[name=password]").fill(Town.PASSWORD);
        page.keyboard().press("Enter");

        page.getByText("集計くん に、あなたに代わって").first().waitFor();
        assertThat(page.content()).contains("レコードとコメントを読む").doesNotContain("ファイルを");
        Request back = page.waitForRequest(
                request -> request.url().startsWith(BACK),
                () -> page.getByText("許可する", new Page.GetByTextOptions().setExact(true))
                        .click());

        assertThat(back.url()).contains("state=s1");
        String code = Arrays.stream(URI.create(back.url()).getQuery().split("&"))
                .filter(part -> part.startsWith("code="))
                .map(part -> part.substring("code=".length()))
                .findFirst()
                .orElseThrow();
        OAuth.Tokens tokens = oauth.exchange(program.client(), code, BACK, null);
        assertThat(oauth.granted(tokens.access()))
                .hasValueSatisfying(granted -> assertThat(granted.user()).isEqualTo("nursery01"));
    }
}
