package org.mimamori.engine.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.inbox.Inbox;
import org.mimamori.engine.inbox.Notice;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.record.RecordChange;
import org.mimamori.engine.record.RecordKey;
import org.mimamori.engine.record.RecordService.Missing;
import org.mimamori.engine.store.MongoStores;
import org.mimamori.engine.store.TestStores;

/** Per-record notifications: told when a write makes a record meet the condition, and only then. */
class CrossingTest {

    private static final TownClock CLOCK = new TownClock("2026-05-15T01:30:00Z");

    @RegisterExtension
    static final TestStores STORES = TestStores.embedded(CLOCK);

    private final Town town = new Town(STORES.get(), CLOCK);
    private static int apps;

    private AppDefinition app(String condition, String targets) {
        return town.install("crossing" + apps++, """
                "notifications": {"perRecord": {"notifications": [
                  {"filterCond": "%s", "title": "知らせ", "targets": [%s]}]}},
                "translations": {"en": {"notifications": {"知らせ": "Look at this"}}}
                """.formatted(condition.replace("\"", "\\\""), targets));
    }

    private static String everyone() {
        return "{\"entity\": {\"type\": \"GROUP\", \"code\": \"everyone\"}}";
    }

    private List<Inbox.Shown> told(String who, AppDefinition app) {
        town.work();
        return town.inbox.of(town.person(who), Inbox.Which.ALL, 0, 100).stream()
                .filter(shown -> shown.notice().app().equals(app.id()))
                .toList();
    }

    private static String record(@Nullable String days) {
        return days == null
                ? "{'child': {'value': '蓮'}}"
                : "{'child': {'value': '蓮'}, 'days': {'value': '%s'}}".formatted(days);
    }

    /** The semantics in one table: days before and after, for the condition "seven days or more". */
    @ParameterizedTest
    @CsvSource({
        "6,    7,    true", // into the condition
        "7,    8,    false", // it held before
        "7,    7,    false", // nothing changed
        "8,    6,    false", // out of it
        "'',   7,    true", // blank met nothing
        "7,    '',   false",
        "'',   '',   false",
    })
    void tellsOnCrossingIntoTheCondition(String before, String after, boolean tells) {
        AppDefinition app = app("days >= 7", everyone());
        long record = town.add("sato", app, record(before));
        int first = told("abe", app).size();
        assertThat(first).isEqualTo(!before.isEmpty() && Integer.parseInt(before) >= 7 ? 1 : 0);

        town.change("sato", app, record, record(after));

        assertThat(told("abe", app)).hasSize(first + (tells ? 1 : 0));
    }

    @Test
    void tellsAgainWhenARecordComesBackIntoTheCondition() {
        AppDefinition app = app("level in (\"要注意\")", everyone());
        long record = town.add("sato", app, "{'level': {'value': '平常'}}");
        for (String level : List.of("要注意", "平常", "要注意")) {
            town.change("sato", app, record, "{'level': {'value': '%s'}}".formatted(level));
        }

        assertThat(told("abe", app)).hasSize(2);
    }

    @Test
    void tellsOfANewRecordThatMeetsTheCondition() {
        AppDefinition app = app("days >= 7", everyone());
        town.add("sato", app, record("9"));

        assertThat(told("abe", app)).singleElement().satisfies(shown -> {
            assertThat(shown.notice().kind()).isEqualTo(Notice.Kind.CONDITION);
            assertThat(shown.text()).isEqualTo("知らせ");
            assertThat(shown.recordTitle()).isEqualTo("蓮");
            assertThat(shown.notice().actor()).isEqualTo(EntityRef.user("sato"));
        });
        Actor.Person english =
                new Actor.Person(town.person("abe").user(), town.person("abe").organizationsAbove(), Locale.ENGLISH);
        assertThat(town.inbox.of(english, Inbox.Which.UNREAD, 0, 1).getFirst().text())
                .isEqualTo("Look at this");
        assertThat(told("sato", app)).isEmpty();
    }

    @Test
    void comparesTheWriteItselfHoweverLateItIsTold() {
        AppDefinition app = app("days >= 7", everyone());
        long record = town.add("sato", app, record("1"));
        town.change("sato", app, record, record("7"));
        town.change("sato", app, record, record("2"));

        assertThat(told("abe", app)).hasSize(1);
    }

    @Test
    void tellsWhomTheRecordNamedAtTheWrite() {
        AppDefinition app = app("days >= 7", "{\"entity\": {\"type\": \"FIELD_ENTITY\", \"code\": \"staff\"}}");
        long record = town.add("sato", app, "{'staff': {'value': [{'code': 'abe'}]}}");
        town.change("sato", app, record, record("7"));
        town.change("abe", app, record, "{'staff': {'value': []}}");

        assertThat(told("abe", app))
                .singleElement()
                .satisfies(shown -> assertThat(shown.notice().toMe()).isTrue());
    }

    @Test
    void tellsEachRecordOfABatch() {
        AppDefinition app = app("days >= 7", everyone());
        List<RecordChange> changes = List.of("7", "3", "8").stream()
                .map(days -> new RecordChange(
                        new RecordKey.ById(town.add("sato", app, record("1"))),
                        RecordChange.ANY,
                        Town.submission(record(days))))
                .toList();
        town.service().updateAll(town.person("sato"), app.id(), changes, Missing.FAIL);

        assertThat(told("abe", app))
                .extracting(shown -> shown.notice().record())
                .containsExactlyInAnyOrder(1L, 3L);
    }

    @Test
    void tellsNothingOfAWriteThatFails() {
        AppDefinition app = app("days >= 7", everyone());
        long record = town.add("sato", app, record("1"));
        RecordChange stale = new RecordChange(new RecordKey.ById(record), 99, Town.submission(record("7")));

        assertThatThrownBy(() -> town.service().update(town.person("sato"), app.id(), stale))
                .isInstanceOf(PlatformException.class);
        assertThat(told("abe", app)).isEmpty();
    }

    @Test
    void tellsNobodyWhatTheConditionWouldGiveAway() {
        AppDefinition app = app("finding like \"あざ\"", everyone());
        town.add("sato", app, "{'finding': {'value': 'あざがある'}, 'nursery': {'value': [{'code': 'momo'}]}}");

        assertThat(told("abe", app)).hasSize(1);
        assertThat(told("momo1", app)).isEmpty();
    }

    @Test
    void tellsNobodyOfARecordHeMayNotSee() {
        AppDefinition app = app("days >= 7", everyone());
        town.add("sato", app, "{'days': {'value': '7'}, 'nursery': {'value': [{'code': 'momo'}]}}");

        assertThat(told("momo1", app)).hasSize(1);
        assertThat(told("sakura1", app)).isEmpty();
    }

    @Test
    void survivesTheEndOfAProcessAndTellsOnce() {
        AppDefinition app = app("days >= 7", everyone());
        town.add("sato", app, record("7"));
        // The process ends here, before its workers have run; two others start.
        try (MongoStores one = STORES.openAgain();
                MongoStores other = STORES.openAgain()) {
            new Town(one, CLOCK).work();
            new Town(other, CLOCK).work();
        }

        assertThat(told("abe", app)).hasSize(1);
    }

    @Test
    void tellsAgainUnderTheSameKeyWithoutHarm() {
        AppDefinition app = app("days >= 7", everyone());
        town.add("sato", app, record("7"));
        Crossing crossing = town.stores.crossings().waiting(10).stream()
                .filter(one -> one.app().equals(app.id()))
                .findFirst()
                .orElseThrow();
        town.work();
        // Another process had read it before this one removed it.
        Desk desk = new Desk(town.catalog, town.records.apps(), town.service(), town.directory, town.stores.inbox());
        new CrossingWorker(desk, new Again(crossing), CLOCK).run();

        assertThat(told("abe", app)).hasSize(1);
    }

    /** A store that still holds a crossing. */
    private record Again(Crossing crossing) implements CrossingStore {
        @Override
        public void add(List<Crossing> crossings) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Crossing> waiting(int limit) {
            return List.of(crossing);
        }

        @Override
        public void remove(Crossing told) {}
    }

    @Test
    void letsWorkGoOnWhenAConditionNamesSomebodyWhoIsGone() {
        AppDefinition app = app("staff in (\"nobody\")", everyone());

        assertThat(town.add("sato", app, record("7"))).isPositive();
        assertThat(told("abe", app)).isEmpty();
    }

    @Test
    void seesAFigureCrossThatAnotherAppsRecordHasChanged() {
        AppDefinition visits = town.install("visits" + apps, "\"rules\": []");
        AppDefinition children = town.installJson(FIGURES.formatted("figures" + apps++, visits.code()));
        town.add("sato", children, "{'child': {'value': '蓮'}}");
        town.add("momo1", visits, "{'child': {'value': '蓮'}, 'nursery': {'value': [{'code': 'momo'}]}}");
        assertThat(told("sato", children)).isEmpty();

        town.add("momo1", visits, "{'child': {'value': '蓮'}, 'nursery': {'value': [{'code': 'momo'}]}}");

        // Nobody touched this record: who wrote the other one is not told of here.
        assertThat(told("sato", children)).singleElement().satisfies(shown -> {
            assertThat(shown.notice().actor()).isNull();
            assertThat(shown.text()).isEqualTo("二度目です");
        });
    }

    @Test
    void seesARecordCrossBecauseADayHasPassed() {
        AppDefinition app = town.installJson("""
                {
                  "code": "unseen%d",
                  "name": "児童",
                  "fields": {
                    "seen_on": {"type": "DATE", "code": "seen_on", "label": "会えた日"},
                    "unseen": {"type": "CALC", "code": "unseen", "label": "会えていない日数",
                      "expression": "DATEDIF(seen_on, TODAY(), \\"D\\")"}
                  },
                  "permissions": {"app": {"rights": [
                    {"entity": {"type": "GROUP", "code": "coordinators"}, "appEditable": true, "recordViewable": true,
                     "recordAddable": true}]}},
                  "notifications": {"perRecord": {"notifications": [
                    {"filterCond": "unseen >= 7", "title": "一週間会えていません", "targets": [
                      {"entity": {"type": "GROUP", "code": "coordinators"}}]}]}}
                }
                """.formatted(apps++));
        LocalDate today = LocalDate.ofInstant(CLOCK.instant(), Town.TOKYO);
        town.add("sato", app, "{'seen_on': {'value': '%s'}}".formatted(today.minusDays(6)));
        town.records.recalculation().daily();
        assertThat(told("sato", app)).isEmpty();

        CLOCK.pass(Duration.ofDays(1));
        town.records.recalculation().daily();
        CLOCK.pass(Duration.ofDays(1));
        town.records.recalculation().daily();

        assertThat(told("sato", app))
                .singleElement()
                .satisfies(shown -> assertThat(shown.notice().actor()).isNull());
    }

    /** Children with the number of their records in another app. */
    private static final String FIGURES = """
            {
              "code": "%s",
              "name": "児童",
              "fields": {
                "child": {"type": "SINGLE_LINE_TEXT", "code": "child", "label": "児童"},
                "times": {"type": "CALC", "code": "times", "label": "回数", "expression": "seen"}
              },
              "rollups": {"seen": {
                "relatedApp": {"code": "%s"},
                "condition": {"field": "child", "relatedField": "child"},
                "function": "COUNT"}},
              "permissions": {"app": {"rights": [
                {"entity": {"type": "GROUP", "code": "coordinators"}, "appEditable": true, "recordViewable": true,
                 "recordAddable": true, "recordEditable": true}]}},
              "notifications": {"perRecord": {"notifications": [
                {"filterCond": "times >= 2", "title": "二度目です", "targets": [
                  {"entity": {"type": "GROUP", "code": "coordinators"}}]}]}}
            }
            """;
}
