package org.mimamori.engine.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.inbox.Inbox;
import org.mimamori.engine.record.ProcessService.Step;
import org.mimamori.engine.record.RecordChange;
import org.mimamori.engine.store.TestStores;

/** Who is told that a record has another status, and that somebody is to act on it. */
class StatusNotificationsTest {

    private static final TownClock CLOCK = new TownClock("2026-05-15T01:30:00Z");

    @RegisterExtension
    static final TestStores STORES = TestStores.embedded(CLOCK);

    private static int apps;
    private final Town town = new Town(STORES.get(), CLOCK);

    private AppDefinition app() {
        return town.install("case" + apps++, """
                "process": {"enable": true,
                  "states": {
                    "受付": {"name": "受付", "index": "0", "assignee": {"type": "ONE", "entities": [
                      {"entity": {"type": "FIELD_ENTITY", "code": "作成者"}}]}},
                    "対応": {"name": "対応", "index": "1", "assignee": {"type": "ONE", "entities": [
                      {"entity": {"type": "USER", "code": "momo1"}}, {"entity": {"type": "USER", "code": "abe"}}]}},
                    "審査": {"name": "審査", "index": "2", "assignee": {"type": "ALL", "entities": [
                      {"entity": {"type": "USER", "code": "sato"}}, {"entity": {"type": "USER", "code": "abe"}}]}},
                    "完了": {"name": "完了", "index": "3", "assignee": {"type": "ONE", "entities": []}}},
                  "actions": [
                    {"name": "始める", "from": "受付", "to": "対応"},
                    {"name": "審査へ", "from": "対応", "to": "審査"},
                    {"name": "終える", "from": "審査", "to": "完了"}]},
                "notifications": {"general": {"notifications": [
                  {"entity": {"type": "FIELD_ENTITY", "code": "nursery"}, "statusChanged": true}]},
                 "perRecord": {"notifications": [
                  {"filterCond": "ステータス = \\"完了\\"", "title": "終わりました", "targets": [
                    {"entity": {"type": "FIELD_ENTITY", "code": "nursery"}}]}]}}
                """);
    }

    private void act(String who, AppDefinition app, long record, String action, String assignee) {
        Step step = new Step(record, action, assignee.isEmpty() ? null : assignee, RecordChange.ANY);
        town.records.process().act(town.person(who), app.id(), step);
        town.work();
    }

    private List<String> told(String who, AppDefinition app) {
        return town.inbox.of(town.person(who), Inbox.Which.ALL, 0, 100).stream()
                .filter(shown -> shown.notice().app().equals(app.id()))
                .map(shown -> shown.notice().kind() + (shown.notice().toMe() ? " to me" : ""))
                .toList();
    }

    @Test
    void tellsWhoIsToActAndWhomTheSettingsName() {
        AppDefinition app = app();
        long record = town.add("sato", app, "{'nursery': {'value': [{'code': 'momo'}]}}");
        act("sato", app, record, "始める", "momo1");

        // Once, though there are two reasons.
        assertThat(told("momo1", app)).containsExactly("ASSIGNED to me");
        assertThat(told("momo2", app)).containsExactly("STATUS_CHANGED to me");
        assertThat(told("sato", app)).isEmpty();
        assertThat(told("sakura1", app)).isEmpty();
    }

    @Test
    void tellsNothingUntilAllHaveActed() {
        AppDefinition app = app();
        long record = town.add("sato", app, "{'nursery': {'value': [{'code': 'momo'}]}}");
        act("sato", app, record, "始める", "momo1");
        act("momo1", app, record, "審査へ", "");
        assertThat(told("abe", app)).containsExactly("ASSIGNED to me");
        assertThat(told("sato", app)).containsExactly("ASSIGNED to me");
        int before = told("momo2", app).size();

        act("sato", app, record, "終える", "");
        assertThat(told("momo2", app)).hasSize(before);

        act("abe", app, record, "終える", "");
        assertThat(told("momo2", app)).hasSize(before + 2).contains("CONDITION to me");
    }

    @Test
    void tellsNobodyToActOnWhatHeMayNotSee() {
        AppDefinition app = app();
        long record = town.add("sato", app, "{'nursery': {'value': [{'code': 'sakura'}]}}");
        act("sato", app, record, "始める", "momo1");

        assertThat(told("momo1", app)).isEmpty();
        assertThat(told("sakura1", app)).containsExactly("STATUS_CHANGED to me");
    }

    @Test
    void tellsWhomAManagerGivesARecord() {
        AppDefinition app = app();
        long record = town.add("sato", app, "{'nursery': {'value': [{'code': 'momo'}]}}");
        town.records.process().assign(town.person("sato"), app.id(), record, List.of("abe"), RecordChange.ANY);
        town.work();

        assertThat(told("abe", app)).containsExactly("ASSIGNED to me");
    }
}
