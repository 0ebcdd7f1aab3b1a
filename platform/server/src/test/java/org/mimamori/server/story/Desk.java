package org.mimamori.server.story;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.mimamori.server.Town;

/** One person at a browser, with the gestures the stories need. Keeps pictures in target/screenshots. */
final class Desk {

    private final Page page;
    private final String base;
    private final String person;

    Desk(Page page, String base, String person) {
        this.page = page;
        this.base = base;
        this.person = person;
    }

    Page page() {
        return page;
    }

    Desk signIn() {
        page.navigate(base + "/login");
        page.locator("input[name=username]").fill(person);
        page.locator("input[name=password]").fill(Town.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(base + "/");
        page.locator("main#content").waitFor();
        return this;
    }

    Desk open(String path) {
        page.navigate(base + path);
        page.locator("main#content").waitFor();
        return this;
    }

    Locator field(String code) {
        return page.locator("[data-field='" + code + "']").first();
    }

    void choose(String code, String option) {
        Locator field = field(code);
        field.getByText(option, new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
    }

    /** Picks an option of a drop-down list. */
    void select(String code, String option) {
        field(code).click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option))
                .and(page.locator(":visible"))
                .first()
                .click();
    }

    /** Writes a comment that names somebody: typing @ and a part of the name, then taking the first offered. */
    void comment(String mention, String text) {
        Locator area = page.locator("mimamori-comment-box textarea").first();
        area.click();
        area.pressSequentially("@" + mention);
        page.locator("[role=listbox] [role=option]").first().click();
        area.pressSequentially(" " + text);
        page.keyboard().press("Control+Enter");
        page.getByText(text).first().waitFor();
    }

    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
    }
}
