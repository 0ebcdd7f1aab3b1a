package org.mimamori.office;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A test of the screens in a real Chromium, over the small town's office. Skipped where there is none. */
@SpringBootTest(
        classes = Screens.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "vaadin.productionMode=true")
public abstract class BrowserTest {

    private static final int PATIENCE = 30_000;

    private static @Nullable Chromium chromium;

    @Autowired
    protected Office office;

    @LocalServerPort
    private int port;

    private final List<BrowserContext> windows = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void findChromium() {
        assumeTrue(Chromium.find().isPresent(), "SKIPPED: no Chromium on this machine");
        chromium = new Chromium(Chromium.find().orElseThrow());
    }

    @AfterAll
    static void closeChromium() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @AfterEach
    void closeWindows() {
        windows.forEach(BrowserContext::close);
    }

    /** A browser of its own; what it complains of is gathered. */
    protected Page window(int width, int height, String locale) {
        BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setLocale(locale)
                        .setTimezoneId("Asia/Tokyo"));
        context.setDefaultTimeout(PATIENCE);
        windows.add(context);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    /** A Japanese desktop with somebody signed in. */
    protected Page signedIn(String person) {
        Page page = window(1366, 768, "ja-JP");
        signIn(page, person);
        return page;
    }

    protected void signIn(Page page, String person) {
        open(page, "login");
        page.locator("input[name=username]").fill(person);
        page.locator("input[name=password]").fill("mimamori-demo");
        page.keyboard().press("Enter");
        page.locator("main#content").waitFor();
    }

    protected void open(Page page, String path) {
        page.navigate("http://localhost:" + port + "/" + path);
        page.locator("main").first().waitFor();
    }

    /** What browsers have complained of so far. */
    protected List<String> complaints() {
        return complaints;
    }
}
