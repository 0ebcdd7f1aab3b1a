package org.mimamori.ui.comment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.comment.Comment;
import org.mimamori.engine.comment.Comments.Order;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.office.BrowserTest;
import org.mimamori.office.Office;

/** Writing a comment in a real browser: names are completed, and no key of a conversion from kana does anything. */
class CommentBoxIT extends BrowserTest {

    private long record;
    private Page page;
    private Locator area;
    private Locator choices;

    @BeforeEach
    void anOpenRecord() {
        record = office.contact("高橋 ひなた", "midori");
        page = signedIn(Office.NURSE);
        open(page, "apps/contact_log/" + record);
        area = page.locator("mimamori-comment-box textarea").first();
        choices = page.locator("mimamori-comment-box .choices [role=option]");
        area.click();
    }

    @Test
    void completesANameByTheKeyboard() {
        page.keyboard().type("確認 @保育園");
        assertThat(choices.first()).hasText("みどり保育園組織");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("Enter");
        assertThat(area).hasValue("確認 @さくら保育園 ");
        assertThat(page.locator(".told-one")).hasText("さくら保育園×");
    }

    @Test
    void completesANameByTheMouseWithoutLosingTheText() {
        page.keyboard().type("@sato");
        choices.first().click();
        page.keyboard().type("お願いします");
        assertThat(area).hasValue("@佐藤 恵 お願いします");
    }

    @Test
    void leavesEveryKeyToAConversionFromKana() {
        page.keyboard().type("＠");
        compose("さとう");
        assertThat(choices).hasCount(1);
        keyOfTheInputMethod();
        assertThat(area).hasValue("＠さとう");
        page.keyboard().press("Control+Enter");
        assertThat(office.comments
                        .list(office.person(Office.NURSE), app(), record, Order.ASCENDING, 0, 10)
                        .comments())
                .isEmpty();
        commit("さとう");
        page.keyboard().press("Enter");
        assertThat(area).hasValue("@佐藤 恵 ");
    }

    @Test
    void takesEnterForANewLineAndControlEnterForSending() {
        page.keyboard().type("一行目");
        page.keyboard().press("Enter");
        page.keyboard().type("二行目");
        assertThat(area).hasValue("一行目\n二行目");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".comment-text").first()).hasText("一行目\n二行目");
        assertThat(area).hasValue("");
    }

    @Test
    void tellsThoseWhoseNamesStillStandInTheText() {
        choose("@sato");
        choose("@さくら");
        page.locator(".told-one", new Page.LocatorOptions().setHasText("佐藤"))
                .locator("button")
                .click();
        assertThat(area).hasValue("佐藤 恵 @さくら保育園 ");
        page.keyboard().press("Control+Enter");
        page.locator(".comment-text").first().waitFor();
        assertThat(kept().mentions()).containsExactly(EntityRef.organization("sakura"));
    }

    @Test
    void closesTheNamesOnEscapeAndKeepsTheText() {
        page.keyboard().type("@sa");
        choices.first().waitFor();
        page.keyboard().press("Escape");
        assertThat(page.locator("mimamori-comment-box .choices")).isHidden();
        assertThat(area).hasValue("@sa");
    }

    @Test
    void takesNoMailAddressForAMention() {
        page.keyboard().type("info@sa");
        page.keyboard().type("kura.example.jp");
        page.keyboard().press("Enter");
        assertThat(area).hasValue("info@sakura.example.jp\n");
        assertThat(choices).hasCount(0);
    }

    private void choose(String typed) {
        page.keyboard().type(typed);
        choices.first().waitFor();
        page.keyboard().press("Enter");
        assertThat(choices).hasCount(0);
    }

    private Comment kept() {
        return office.comments
                .list(office.person(Office.NURSE), app(), record, Order.DESCENDING, 0, 1)
                .comments()
                .getFirst();
    }

    private AppId app() {
        return office.contactLog().id();
    }

    private void compose(String kana) {
        JsonObject composition = new JsonObject();
        composition.addProperty("text", kana);
        composition.addProperty("selectionStart", kana.length());
        composition.addProperty("selectionEnd", kana.length());
        devTools().send("Input.imeSetComposition", composition);
    }

    private void commit(String text) {
        JsonObject insertion = new JsonObject();
        insertion.addProperty("text", text);
        devTools().send("Input.insertText", insertion);
    }

    /** How Chromium reports Enter while an input method takes it. */
    private void keyOfTheInputMethod() {
        JsonObject key = new JsonObject();
        key.addProperty("type", "rawKeyDown");
        key.addProperty("windowsVirtualKeyCode", 229);
        key.addProperty("key", "Process");
        key.addProperty("code", "Enter");
        devTools().send("Input.dispatchKeyEvent", key);
    }

    private CDPSession devTools() {
        return page.context().newCDPSession(page);
    }
}
