package org.mimamori.engine.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.inbox.Inbox;
import org.mimamori.engine.record.AppPlaces;
import org.mimamori.engine.record.RecordService.Deletion;
import org.mimamori.engine.store.TestStores;

/** General notifications: who is told that a record was added or edited, or that there is a comment. */
class GeneralNotificationsTest {

    private static final TownClock CLOCK = new TownClock("2026-05-15T01:30:00Z");

    @RegisterExtension
    static final TestStores STORES = TestStores.embedded(CLOCK);

    private final Town town = new Town(STORES.get(), CLOCK);

    private AppDefinition app(String code, String rows, boolean commenter) {
        return town.install(code, """
                "notifications": {"general": {"notifications": [%s], "notifyToCommenter": %s}}
                """.formatted(rows, commenter));
    }

    private List<String> told(String who, AppDefinition app) {
        return town.inbox.of(town.person(who), Inbox.Which.ALL, 0, 100).stream()
                .filter(shown -> shown.notice().app().equals(app.id()))
                .map(shown -> shown.notice().kind() + " " + shown.notice().record())
                .toList();
    }

    @Test
    void tellsWhomTheRowsNameAndNobodyElse() {
        AppDefinition app = app("rows", """
                {"entity": {"type": "USER", "code": "abe"}, "recordAdded": true},
                {"entity": {"type": "FIELD_ENTITY", "code": "nursery"}, "recordEdited": true}
                """, false);
        long record = town.add("sato", app, "{'nursery': {'value': [{'code': 'momo'}]}}");
        town.change("sato", app, record, "{'days': {'value': '3'}}");
        town.work();

        assertThat(told("abe", app)).containsExactly("ADDED 1");
        assertThat(told("momo1", app)).containsExactly("EDITED 1");
        assertThat(told("momo2", app)).containsExactly("EDITED 1");
        assertThat(told("sakura1", app)).isEmpty();
        assertThat(told("sato", app)).isEmpty();
    }

    @Test
    void tellsAnOrganisationWithThoseBelowItOnlyIfTheyCount() {
        AppDefinition with = app("subs", """
                {"entity": {"type": "ORGANIZATION", "code": "city"}, "includeSubs": true, "recordAdded": true}
                """, false);
        AppDefinition without = app("nosubs", """
                {"entity": {"type": "ORGANIZATION", "code": "city"}, "recordAdded": true}
                """, false);
        for (AppDefinition app : List.of(with, without)) {
            town.add("sato", app, "{'nursery': {'value': [{'code': 'momo'}]}}");
        }
        town.work();

        assertThat(told("momo1", with)).containsExactly("ADDED 1");
        assertThat(told("abe", with)).containsExactly("ADDED 1");
        assertThat(told("momo1", without)).isEmpty();
    }

    @Test
    void neverTellsWhoDidIt() {
        AppDefinition app = app("actor", """
                {"entity": {"type": "GROUP", "code": "everyone"}, "recordAdded": true, "recordEdited": true,
                 "commentAdded": true}
                """, true);
        long record = town.add("sato", app, "{'nursery': {'value': [{'code': 'momo'}]}}");
        town.change("sato", app, record, "{'days': {'value': '3'}}");
        town.comments.add(town.person("sato"), app.id(), record, "見ました", List.of(EntityRef.user("sato")), null);
        town.work();

        assertThat(told("sato", app)).isEmpty();
        assertThat(told("abe", app)).containsExactlyInAnyOrder("COMMENTED 1", "EDITED 1", "ADDED 1");
    }

    @Test
    void tellsNobodyOfAChangeOfNothingButHiddenFields() {
        AppDefinition app = app("hidden", """
                {"entity": {"type": "GROUP", "code": "everyone"}, "recordEdited": true}
                """, false);
        long record = town.add("sato", app, "{'nursery': {'value': [{'code': 'momo'}]}}");
        town.change("sato", app, record, "{'finding': {'value': 'あざがある'}}");
        town.work();

        assertThat(told("momo1", app)).isEmpty();
        assertThat(told("abe", app)).containsExactly("EDITED 1");
    }

    @Test
    void tellsOfACommentOnceAndMentionsFirst() {
        AppDefinition app = app("comments", """
                {"entity": {"type": "FIELD_ENTITY", "code": "nursery"}, "commentAdded": true}
                """, true);
        long record = town.add("sato", app, "{'nursery': {'value': [{'code': 'momo'}]}}");
        town.comments.add(town.person("momo1"), app.id(), record, "欠席です", List.of(), null);
        town.comments.add(town.person("sato"), app.id(), record, "理由は", List.of(EntityRef.user("momo2")), 1L);
        town.comments.add(town.person("abe"), app.id(), record, "了解", List.of(), null);
        town.work();

        assertThat(told("momo1", app)).containsExactly("COMMENTED 1", "REPLIED 1");
        assertThat(told("momo2", app)).containsExactly("COMMENTED 1", "MENTIONED 1", "COMMENTED 1");
        // Sato has commented on the record before abe did, and on nothing else hears of it.
        assertThat(told("sato", app)).containsExactly("COMMENTED 1");
        assertThat(told("abe", app)).isEmpty();
    }

    @Test
    void keepsThoseForAPersonInParticularApart() {
        AppDefinition app = app("tome", """
                {"entity": {"type": "FIELD_ENTITY", "code": "staff"}, "recordAdded": true},
                {"entity": {"type": "GROUP", "code": "coordinators"}, "recordAdded": true}
                """, false);
        town.add("sakura1", app, """
                {'nursery': {'value': [{'code': 'sakura'}]}, 'staff': {'value': [{'code': 'abe'}]}}""");
        town.work();

        assertThat(town.inbox.of(town.person("abe"), Inbox.Which.TO_ME, 0, 10))
                .filteredOn(shown -> shown.notice().app().equals(app.id()))
                .hasSize(1);
        assertThat(town.inbox.of(town.person("sato"), Inbox.Which.TO_ME, 0, 10))
                .filteredOn(shown -> shown.notice().app().equals(app.id()))
                .isEmpty();
    }

    @Test
    void tellsNobodyOfWhatThePlatformItselfWrote() {
        AppDefinition app = app("platform", """
                {"entity": {"type": "GROUP", "code": "everyone"}, "recordAdded": true}
                """, false);
        town.records
                .bulkLoad()
                .add(new Actor.Platform("demo"), app.id(), List.of(Town.submission("{'child': {'value': '蓮'}}")));
        town.work();

        assertThat(told("sato", app)).isEmpty();
    }

    @Test
    void showsANoticeOnlyWhileItsReaderMaySeeWhatItIsAbout() {
        AppDefinition app = app("later", """
                {"entity": {"type": "GROUP", "code": "everyone"}, "recordAdded": true, "recordEdited": true}
                """, false);
        long moved = town.add("sato", app, "{'child': {'value': '蓮'}, 'nursery': {'value': [{'code': 'momo'}]}}");
        long deleted = town.add("sato", app, "{'child': {'value': '葵'}, 'nursery': {'value': [{'code': 'momo'}]}}");
        town.work();
        assertThat(told("momo1", app)).containsExactlyInAnyOrder("ADDED 1", "ADDED 2");
        assertThat(told("sakura1", app)).isEmpty();

        town.change("sato", app, moved, "{'nursery': {'value': [{'code': 'sakura'}]}}");
        town.service().deleteAll(town.person("sato"), app.id(), List.of(new Deletion(deleted, -1)));
        town.work();

        assertThat(told("momo1", app)).isEmpty();
        assertThat(told("sakura1", app)).containsExactly("EDITED 1");
        assertThat(told("abe", app)).containsExactlyInAnyOrder("ADDED 1", "EDITED 1");
    }

    @Test
    void tellsNobodyOfAnAppInASpaceHeMayNotEnter() {
        AppDefinition app = app("space", """
                {"entity": {"type": "GROUP", "code": "everyone"}, "recordAdded": true}
                """, false);
        Town closed = new Town(STORES.get(), CLOCK, new Closed("momo1"));
        closed.add("sato", app, "{'nursery': {'value': [{'code': 'momo'}]}}");
        closed.work();

        assertThat(told("momo2", app)).containsExactly("ADDED 1");
        assertThat(told("momo1", app)).isEmpty();
        assertThat(closed.inbox.of(closed.person("momo1"), Inbox.Which.ALL, 0, 100))
                .isEmpty();
    }

    /** All apps are in a space one person may not enter. */
    private record Closed(String to) implements AppPlaces {
        @Override
        public Optional<AppPlace> of(AppId app) {
            return Optional.of(new AppPlace(1, 1));
        }

        @Override
        public Standing standing(Actor actor, AppId app) {
            return actor.ref().code().equals(to) ? Standing.HIDDEN : Standing.OPEN;
        }

        @Override
        public boolean mayEnter(Actor actor, long space) {
            return !actor.ref().code().equals(to);
        }
    }

    @Test
    void hidesATitleItsReaderMayNotSee() {
        AppDefinition app = town.install("title", """
                "rules": [], "notifications": {"general": {"notifications": [
                  {"entity": {"type": "GROUP", "code": "everyone"}, "recordAdded": true}]}}""");
        town.add(
                "sato",
                app,
                "{'child': {'value': '蓮'}, 'finding': {'value': '虐待'}, 'nursery': {'value': [{'code': 'momo'}]}}");
        town.work();
        String definition =
                STORES.get().apps().find(app.id()).orElseThrow().json().toString();
        town.installJson(definition.replace("\"MANUAL\",\"code\":\"child\"", "\"MANUAL\",\"code\":\"finding\""));

        assertThat(title("abe", app)).isEqualTo("虐待");
        assertThat(title("momo1", app)).isEqualTo("蓮");
    }

    private String title(String who, AppDefinition app) {
        return town.inbox.of(town.person(who), Inbox.Which.ALL, 0, 100).stream()
                .filter(shown -> shown.notice().app().equals(app.id()))
                .map(Inbox.Shown::recordTitle)
                .findFirst()
                .orElse("nothing");
    }
}
