package org.mimamori.ui.imports;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.Charset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mimamori.office.BrowserTest;
import org.mimamori.office.Office;
import org.springframework.test.annotation.DirtiesContext;

/** Reading a file in a real browser. */
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class ImportIT extends BrowserTest {

    private static final Charset WINDOWS = Charset.forName("windows-31j");

    @BeforeEach
    void aList() {
        office.install("child_list");
    }

    private static FilePayload file(String content) {
        return new FilePayload("名簿.csv", "text/csv", content.getBytes(WINDOWS));
    }

    private static void choose(Page page, String content) {
        page.locator("vaadin-upload input[type=file]").setInputFiles(file(content));
        page.locator(".mm-import-list").waitFor();
    }

    @Test
    void readsAFileOfASpreadsheet() {
        Page page = signedIn(Office.COORDINATOR);
        open(page, "apps/child_list");
        page.locator("#list-import").click();
        choose(page, "*,児童番号,氏名,生年月日,学年,だれの,電話番号\n*,K-1,髙橋 蓮,令和元年5月1日,1,母,03-1111-2222\n,,,,,父,03-3333-4444\n");
        assertThat(page.locator("#import-encoding")).containsText("Shift_JIS");
        page.locator("#import-check").click();
        assertThat(page.locator("#import-said")).containsText("名簿.csv");
        office.doJobs();
        assertThat(page.locator("#import-said")).hasText("誤りはありません。新しく追加: 1 件、更新: 0 件");
        page.locator("#import-start").click();
        page.locator("vaadin-progress-bar").waitFor();
        office.doJobs();
        assertThat(page.locator("#import-said")).hasText("読み込みました。追加: 1 件、更新: 0 件");
        page.locator("#import-close").click();

        assertThat(page.locator("#list-total")).hasText("1 件");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void fitsAPhone() {
        Page page = window(390, 844, "en-US");
        signIn(page, Office.COORDINATOR);
        open(page, "apps/child_list");
        page.locator("#list-import").click();
        choose(page, "Number,Name,A column whose name is longer than a phone is wide,Grade\nK-1,,x,7\nK-2,,x,8\n");
        assertThat(page.locator("#import-check")).isInViewport();
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .isEqualTo(0);

        page.locator("#import-check").click();
        page.locator("#import-said").waitFor();
        office.doJobs();
        assertThat(page.locator("#import-faults")).containsText("Row 2, column B, \"Name\"");
        assertThat(page.locator("#import-close")).isInViewport();
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .isEqualTo(0);
    }
}
