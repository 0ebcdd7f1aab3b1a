package org.mimamori.ui.report;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.app.Report;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.record.Submission;
import org.mimamori.office.BrowserTest;
import org.mimamori.office.Office;

/** What only a real browser shows of reports: charts that are seen, at a desk and on a phone, and lead somewhere. */
class ReportIT extends BrowserTest {

    private static final String WIDER_THAN_THE_WINDOW =
            "document.documentElement.scrollWidth - document.documentElement.clientWidth";

    private void contacts() {
        for (int i = 0; i < 40; i++) {
            Map<FieldCode, Value> values = new LinkedHashMap<>();
            values.put(new FieldCode("child"), new Value.Text("子ども " + i));
            values.put(new FieldCode("seen_on"), new Value.Date(LocalDate.of(2026, 1 + i % 3, 1 + i % 28)));
            values.put(new FieldCode("kind"), new Value.Choice(i % 3 == 0 ? "訪問" : "電話"));
            values.put(new FieldCode("minutes"), new Value.Decimal(BigDecimal.valueOf(5 + i)));
            values.put(
                    new FieldCode("nursery"),
                    new Value.Entities(List.of(EntityRef.organization(i % 4 == 0 ? "sakura" : "midori"))));
            office.records
                    .service()
                    .add(office.person(Office.COORDINATOR), office.contactLog().id(), Submission.of(values));
        }
    }

    private String address(String report) {
        Report found = office.contactLog().reports().stream()
                .filter(one -> one.name().base().equals(report))
                .findFirst()
                .orElseThrow();
        return ReportView.path(office.contactLog()) + "/" + found.id();
    }

    @Test
    void drawsChartsAndLeadsFromFiguresToTheirRecords() {
        contacts();
        Page page = signedIn(Office.COORDINATOR);
        open(page, address("園と種別"));
        Locator bar = page.locator(".mm-chart-wide rect").first();
        assertThat(bar).isVisible();
        assertThat(bar.boundingBox().height).isGreaterThan(20);
        assertThat(page.locator(".mm-chart-narrow")).isHidden();
        assertThat(page.evaluate("getComputedStyle(document.querySelector('.mm-chart-wide rect')).fill"))
                .isEqualTo("rgb(0, 85, 173)");

        page.locator(".mm-figures a").first().click();
        assertThat(page).hasURL(Pattern.compile("apps/contact_log\\?view=all&query="));
        assertThat(page.locator("#list-total")).hasText(Pattern.compile("[1-9]\\d* 件"));
        assertThat(complaints()).isEmpty();
    }

    @Test
    void asksForFiguresWithTheListsOfTheBuilder() {
        contacts();
        Page page = signedIn(Office.COORDINATOR);
        open(page, "apps/contact_log");
        page.locator("#list-reports").click();
        page.locator("#report-group-0").click();
        page.getByRole(AriaRole.OPTION)
                .filter(new Locator.FilterOptions().setHasText("日付"))
                .first()
                .click();
        assertThat(page.locator("#report-unit-0")).isVisible();
        assertThat(page.locator(".mm-chart-wide rect").first()).isVisible();
        assertThat(page).hasURL(Pattern.compile("group=seen_on(:|%3A)MONTH"));
        assertThat(complaints()).isEmpty();
    }

    @Test
    void fitsAPhone() {
        contacts();
        Page page = window(390, 844, "ja-JP");
        signIn(page, Office.NURSE);
        for (String path : List.of(
                address("園と種別"),
                address("月ごとの時間"),
                ReportView.path(office.contactLog()) + "?group=kind&group=seen_on:MONTH&take=COUNT&type=PIVOT_TABLE")) {
            open(page, path);
            page.locator(".mm-figures").first().waitFor();
            assertThat(page.evaluate(WIDER_THAN_THE_WINDOW)).as(path).isEqualTo(0);
        }
        open(page, address("園と種別"));
        assertThat(page.locator(".mm-chart-narrow rect").first()).isVisible();
        assertThat(page.locator(".mm-chart-wide")).isHidden();
    }
}
