package org.mimamori.ui.form;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.record.Submission;
import org.mimamori.office.BrowserTest;
import org.mimamori.office.Office;
import org.springframework.test.annotation.DirtiesContext;

/** A record on its way through the process of its app, in a real browser. */
@DirtiesContext
class StatusBarIT extends BrowserTest {

    private long record;

    @BeforeEach
    void aReferral() {
        AppDefinition app = office.install("referral");
        record = office.records
                .service()
                .add(
                        office.person(Office.COORDINATOR),
                        app.id(),
                        Submission.of(Map.of(new FieldCode("title"), new Value.Text("相談"))))
                .id();
    }

    @Test
    void choosesWhoActsNextByTheKeyboard() {
        Page page = signedIn(Office.COORDINATOR);
        open(page, "apps/referral/" + record);
        page.locator("[data-action='依頼する']").press("Enter");
        page.locator("#process-assignee input").fill("田中");
        page.locator("vaadin-combo-box-item", new Page.LocatorOptions().setHasText("田中 花子"))
                .click();
        page.locator("#process-confirm").press("Enter");

        assertThat(page.locator("#record-status")).hasText("対応中");
        assertThat(page.locator("#record-assignees")).hasText("田中 花子");
        assertThat(page.locator("[data-action]")).hasCount(0);
        assertThat(complaints()).isEmpty();
    }

    @Test
    void fitsAPhone() {
        Page page = window(390, 844, "en-US");
        signIn(page, Office.COORDINATOR);
        open(page, "apps/referral/" + record);
        page.locator("[data-action]").click();
        page.locator("#process-assignee").waitFor();

        assertThat(page.locator("#process-confirm")).hasText("Refer");
        assertThat(page.locator("#process-confirm")).isInViewport();
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .isEqualTo(0);
    }
}
