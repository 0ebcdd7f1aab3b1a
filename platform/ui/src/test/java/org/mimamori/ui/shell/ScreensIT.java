package org.mimamori.ui.shell;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.office.BrowserTest;
import org.mimamori.office.Office;

/** What only a real browser shows of the frame around the pages. */
class ScreensIT extends BrowserTest {

    private static final String WIDER_THAN_THE_WINDOW =
            "document.documentElement.scrollWidth - document.documentElement.clientWidth";

    @Test
    void everyPageKeepsToItsOwnContentPolicy() {
        Page page = window(1366, 768, "ja-JP");
        long record = talk();
        open(page, "login?error");
        signIn(page, Office.ADMINISTRATOR);
        open(page, "admin/apps");
        page.locator("vaadin-upload").waitFor();
        signInAgain(page);
        for (String path : pages(record)) {
            open(page, path);
            page.locator("h1").first().waitFor();
        }
        assertThat(complaints()).isEmpty();
    }

    @Test
    void runsNothingThatSlipsIntoAPage() {
        Page page = signedIn(Office.NURSE);
        page.evaluate("""
                () => {
                  window.slipped = [];
                  const bad = document.createElement('div');
                  bad.innerHTML = '<img src="data:," onerror="slipped.push(1)"><style>body{display:none}</style>';
                  const script = document.createElement('script');
                  script.textContent = 'slipped.push(2)';
                  document.body.append(bad, script);
                }""");
        page.waitForTimeout(500);
        assertThat(page.evaluate("window.slipped")).isEqualTo(List.of());
        assertThat(page.locator("h1").first()).isVisible();
        assertThat(complaints()).anyMatch(complaint -> complaint.contains("Content Security Policy"));
    }

    @Test
    void fitsAPhone() {
        Page page = window(390, 844, "ja-JP");
        long record = talk();
        open(page, "login");
        assertThat(page.evaluate(WIDER_THAN_THE_WINDOW)).isEqualTo(0);
        signIn(page, Office.NURSE);
        for (String path : pages(record)) {
            open(page, path);
            page.locator("h1").first().waitFor();
            assertThat(page.evaluate(WIDER_THAN_THE_WINDOW)).as(path).isEqualTo(0);
        }
    }

    @Test
    void changesTheLanguageAtOnceAndKeepsIt() {
        Page page = window(1366, 768, "en-US");
        open(page, "login");
        assertThat(page.locator("h1")).hasText("Sign in");
        page.getByText("日本語").click();
        assertThat(page.locator("h1")).hasText("サインイン");
        assertThat(page.evaluate("document.documentElement.lang")).isEqualTo("ja");
        signIn(page, Office.OTHER_NURSE);
        assertThat(page.locator("h1")).containsText("鈴木 一郎 さん");
    }

    @Test
    void leadsPastTheFrameByTheKeyboard() {
        Page page = signedIn(Office.NURSE);
        page.locator("h1").waitFor();
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip-link")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("main#content")).isFocused();
        assertThat(page).hasURL(Pattern.compile(".*/$"));
    }

    @Test
    void asksAndThenSignsOutWhenNobodyIsThere() {
        Page page = signedIn(Office.NURSE);
        page.locator("h1").waitFor();
        page.evaluate("Object.assign(document.querySelector('mimamori-idle-watch'), { seconds: 9, warning: 5 })");
        page.getByText("使い続ける").waitFor();
        page.waitForURL("**/login?idle");
        assertThat(page.getByText("しばらく操作がなかった")).isVisible();
        open(page, "inbox");
        assertThat(page).hasURL(Pattern.compile(".*/login$"));
    }

    @Test
    void opensTheRecordAtTheCommentFromANotice() {
        talk();
        Page page = signedIn(Office.NURSE);
        page.getByText("様子を教えてください").first().click();
        assertThat(page.locator(".comment.target")).containsText("様子を教えてください");
        assertThat(page.locator(".comment.target")).isInViewport();
    }

    private long talk() {
        long record = office.contact("中村 蓮", "midori");
        office.comment(Office.COORDINATOR, record, "@田中 花子 様子を教えてください", null, EntityRef.user(Office.NURSE));
        return record;
    }

    private void signInAgain(Page page) {
        page.context().clearCookies();
        signIn(page, Office.NURSE);
    }

    private static List<String> pages(long record) {
        return List.of(
                "", "inbox?show=all", "settings", "no/such/page", "apps/contact_log", "apps/contact_log/" + record);
    }
}
