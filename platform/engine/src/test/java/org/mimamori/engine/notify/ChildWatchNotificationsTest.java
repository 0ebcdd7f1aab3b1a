package org.mimamori.engine.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppInstaller;
import org.mimamori.engine.app.DefinitionSource;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.inbox.Inbox;
import org.mimamori.engine.store.TestStores;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The shipped apps tell the coordinators what they must hear of at once, and each nursery only of its own children. */
class ChildWatchNotificationsTest {

    /** Friday 17 April 2026, 08:00 in Tokyo. */
    private static final TownClock CLOCK = new TownClock("2026-04-16T23:00:00Z");

    @RegisterExtension
    static final TestStores STORES = TestStores.embedded(CLOCK);

    private static final String SEVEN = "欠席が7日続いています（理由の説明があっても）";

    private static Town town;

    @BeforeAll
    static void open() {
        town = new Town(STORES.get(), CLOCK);
        List<DefinitionSource> sources = List.of("child_register", "att_daily", "contact_log").stream()
                .map(code -> DefinitionSource.of(code, json(Path.of("../../apps/child-watch", code, "app.json"))))
                .toList();
        AppInstaller.Installed installed = town.installer.installAll(sources, EntityRef.user("Administrator"));
        assertThat(installed.problems()).isEmpty();
        town.reminders.run();
    }

    private static ObjectNode json(Path file) {
        try {
            return (ObjectNode) JsonMapper.shared().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AppDefinition app(String code) {
        return town.catalog.findByCode(code).orElseThrow();
    }

    private static String child(String name) {
        Actor platform = new Actor.Platform("test");
        AppDefinition register = app("child_register");
        long record = town.service()
                .add(platform, register.id(), Town.submission("""
                        {'name': {'value': '%s'}, 'kana': {'value': 'ソラミ'}, 'birth': {'value': '2022-05-06'},
                         'guardian': {'value': '保護者'}, 'belong': {'value': [{'code': 'momo'}]},
                         'reg_state': {'value': '登録中'}}""".formatted(name)))
                .id();
        return town.service().get(platform, register.id(), record).value(new FieldCode("child_no"))
                        instanceof Value.Text(String number)
                ? number
                : "";
    }

    private static void absent(String child, LocalDate day, String more) {
        town.service().add(new Actor.Platform("test"), app("att_daily").id(), Town.submission("""
                        {'date': {'value': '%s'}, 'child': {'value': '%s'}, 'att': {'value': '欠席'},
                         'seen': {'value': '見ていない'}, 'org': {'value': [{'code': 'momo'}]},
                         'notice': {'value': '保護者から連絡あり'}, 'reason': {'value': '病気・けが'} %s}""".formatted(
                        day, child, more)));
    }

    /** What a person was told about a child. */
    private static List<String> told(String who, String name) {
        town.work();
        return town.inbox.of(town.person(who), Inbox.Which.ALL, 0, 100).stream()
                .filter(shown -> shown.recordTitle().equals(name))
                .map(Inbox.Shown::text)
                .toList();
    }

    @Test
    void sevenDaysOfAbsenceAreToldOnceEvenIfExplained() {
        String child = child("空見 葵");
        LocalDate day = LocalDate.of(2026, 4, 6);
        for (int open = 0; open < 9; day = day.plusDays(1)) {
            if (day.getDayOfWeek() != java.time.DayOfWeek.SUNDAY) {
                absent(child, day, "");
                open++;
            }
        }

        assertThat(told("sato", "空見 葵")).containsExactly(SEVEN);
        assertThat(told("momo2", "空見 葵")).containsExactly(SEVEN, "欠席が5日続いています", "欠席が3日続いています");
        assertThat(told("momo1", "空見 葵")).isEmpty();
        assertThat(told("sakura1", "空見 葵")).isEmpty();
    }

    @Test
    void anUrgentSignIsToldAtOnce() {
        String child = child("星海 蓮");
        absent(
                child,
                LocalDate.of(2026, 4, 15),
                ", 'signs': {'value': ['本人からの訴え']}, 'freq': {'value': 'はじめて'}, 'urgency': {'value': '緊急'}");

        assertThat(told("abe", "星海 蓮")).containsExactly("急ぎのサインがあります。すぐに確認してください");
        assertThat(told("momo1", "星海 蓮")).isEmpty();
    }

    @Test
    void anAbsenceNobodyHasExplainedIsAskedAfterDuringTheDay() {
        String child = child("虹村 凛");
        absent(child, LocalDate.of(2026, 4, 17), ", 'notice': {'value': '確認中'}");
        CLOCK.set("2026-04-17T00:31:00Z");
        town.reminders.run();
        assertThat(told("momo1", "虹村 凛")).containsExactly("連絡のない欠席があります。家庭に確認してください");
        assertThat(told("sato", "虹村 凛")).isEmpty();

        CLOCK.set("2026-04-17T04:01:00Z");
        town.reminders.run();
        assertThat(told("sato", "虹村 凛")).containsExactly("午後になっても連絡のない欠席です");
        assertThat(told("sakura1", "虹村 凛")).isEmpty();
    }
}
