package org.mimamori.engine.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.inbox.Inbox;
import org.mimamori.engine.inbox.Notice;
import org.mimamori.engine.record.RecordService.Deletion;
import org.mimamori.engine.store.MongoStores;
import org.mimamori.engine.store.TestStores;

/** Reminders: told at their time, once, whatever happens to the process. Each test moves the clock on. */
class ReminderTest {

    private static final TownClock CLOCK = new TownClock("2026-05-01T00:00:00Z");

    @RegisterExtension
    static final TestStores STORES = TestStores.embedded(CLOCK);

    private static int apps;
    private final Town town = new Town(STORES.get(), CLOCK);

    @BeforeEach
    void timeIsWorkedThrough() {
        CLOCK.pass(Duration.ofDays(40));
        town.reminders.run();
    }

    private AppDefinition app(String timing, String condition) {
        return town.install("reminder" + apps++, """
                "notifications": {"reminder": {"timezone": "Asia/Tokyo", "notifications": [
                  {"timing": %s, "filterCond": "%s", "title": "訪問の日です", "targets": [
                    {"entity": {"type": "GROUP", "code": "everyone"}}]}]}}
                """.formatted(timing, condition.replace("\"", "\\\"")));
    }

    private static final String DAY_BEFORE = "{\"code\": \"visit_on\", \"daysLater\": \"-1\", \"time\": \"09:00\"}";

    private static String visit(int daysAhead) {
        return "{'visit_on': {'value': '%s'}, 'nursery': {'value': [{'code': 'momo'}]}}"
                .formatted(today().plusDays(daysAhead));
    }

    private static java.time.LocalDate today() {
        return java.time.LocalDate.ofInstant(CLOCK.instant(), Town.TOKYO);
    }

    /** Sets the clock to a time of day in Tokyo, some days ahead. */
    private static void at(int daysAhead, String time) {
        CLOCK.set(today().plusDays(daysAhead)
                .atTime(java.time.LocalTime.parse(time))
                .atZone(Town.TOKYO)
                .toInstant()
                .toString());
    }

    private List<Inbox.Shown> told(String who, AppDefinition app) {
        return town.inbox.of(town.person(who), Inbox.Which.ALL, 0, 100).stream()
                .filter(shown -> shown.notice().app().equals(app.id()))
                .toList();
    }

    @Test
    void tellsAtItsTimeAndNotBefore() {
        AppDefinition app = app(DAY_BEFORE, "");
        town.add("sato", app, visit(2));
        at(1, "08:59:59");
        town.reminders.run();
        assertThat(told("sato", app)).isEmpty();

        at(0, "09:00:06");
        town.reminders.run();

        assertThat(told("sato", app)).singleElement().satisfies(shown -> {
            assertThat(shown.notice().kind()).isEqualTo(Notice.Kind.REMINDER);
            assertThat(shown.text()).isEqualTo("訪問の日です");
            assertThat(shown.notice().actor()).isNull();
            assertThat(shown.notice().at())
                    .isEqualTo(today().atTime(9, 0).atZone(Town.TOKYO).toInstant());
        });
        assertThat(told("momo1", app)).hasSize(1);
        assertThat(told("sakura1", app)).isEmpty();
    }

    @Test
    void tellsOnceHoweverOftenItRuns() {
        AppDefinition app = app(DAY_BEFORE, "");
        town.add("sato", app, visit(2));
        at(1, "09:01");
        for (int turn = 0; turn < 3; turn++) {
            town.reminders.run();
            CLOCK.pass(Duration.ofMinutes(1));
        }

        assertThat(told("sato", app)).hasSize(1);
    }

    @Test
    void tellsOnceThoughAProcessEndsInTheMiddleAndSeveralRun() {
        AppDefinition app = app(DAY_BEFORE, "");
        town.add("sato", app, visit(2));
        at(1, "09:01");
        Desk desk = new Desk(town.catalog, town.records.apps(), town.service(), town.directory, town.stores.inbox());
        // A process that told everybody and ended before it could note how far it had come.
        new ReminderWorker(desk, new Forgetful(town.stores.reminders()), CLOCK, Town.TOKYO).run();
        assertThat(told("sato", app)).hasSize(1);
        try (MongoStores again = STORES.openAgain()) {
            new Town(again, CLOCK).reminders.run();
        }
        town.reminders.run();

        assertThat(told("sato", app)).hasSize(1);
    }

    /** Does not keep how far reminders have been told. */
    private record Forgetful(ReminderStore kept) implements ReminderStore {
        @Override
        public java.util.Optional<java.time.Instant> until() {
            return kept.until();
        }

        @Override
        public void moveTo(java.time.Instant instant) {}
    }

    @Test
    void asksTheConditionAtThatMoment() {
        AppDefinition app = app(DAY_BEFORE, "level in (\"要注意\")");
        long calm = town.add("sato", app, visit(2));
        long cared = town.add("sato", app, visit(2));
        town.change("sato", app, calm, "{'level': {'value': '要注意'}}");
        town.change("sato", app, cared, "{'level': {'value': '要注意'}}");
        town.change("sato", app, calm, "{'level': {'value': '平常'}}");
        at(1, "09:01");
        town.reminders.run();

        assertThat(told("sato", app))
                .extracting(shown -> shown.notice().record())
                .containsExactly(cared);
    }

    @Test
    void tellsNothingOfARecordThatIsGoneOrWhoseDateWasMoved() {
        AppDefinition app = app(DAY_BEFORE, "");
        long gone = town.add("sato", app, visit(2));
        long moved = town.add("sato", app, visit(2));
        town.service().deleteAll(town.person("sato"), app.id(), List.of(new Deletion(gone, -1)));
        town.change("sato", app, moved, visit(5));
        at(1, "09:01");
        town.reminders.run();
        assertThat(told("sato", app)).isEmpty();

        at(3, "09:01");
        town.reminders.run();
        assertThat(told("sato", app)).hasSize(1);
    }

    @Test
    void remindsAgainOfANewDate() {
        AppDefinition app = app(DAY_BEFORE, "");
        long record = town.add("sato", app, visit(2));
        at(1, "09:01");
        town.reminders.run();
        town.change("sato", app, record, visit(5));
        at(4, "09:01");
        town.reminders.run();

        assertThat(told("sato", app)).hasSize(2);
    }

    @Test
    void tellsLateWhatWasMissedButNotWhatIsLongPast() {
        AppDefinition app = app(DAY_BEFORE, "");
        town.add("sato", app, visit(3));
        town.add("sato", app, visit(11));
        // The platform was down for twelve days.
        CLOCK.pass(Duration.ofDays(12));
        town.reminders.run();

        assertThat(told("sato", app))
                .extracting(shown -> shown.notice().record())
                .containsExactly(2L);
    }

    @Test
    void countsHoursFromAMomentAndFromTheRecordsOwnTimes() {
        AppDefinition calls = app("{\"code\": \"call_at\", \"hoursLater\": \"-2\"}", "");
        AppDefinition untouched = app("{\"code\": \"更新日時\", \"daysLater\": \"3\"}", "");
        town.add(
                "sato",
                calls,
                "{'call_at': {'value': '%s'}}".formatted(CLOCK.instant().plus(Duration.ofHours(3))));
        town.add("sato", untouched, "{'child': {'value': '蓮'}}");
        CLOCK.pass(Duration.ofMinutes(61));
        town.reminders.run();
        assertThat(told("sato", calls)).hasSize(1);
        assertThat(told("sato", untouched)).isEmpty();

        CLOCK.pass(Duration.ofDays(3));
        town.reminders.run();
        assertThat(told("sato", calls)).hasSize(1);
        assertThat(told("sato", untouched)).hasSize(1);
    }

    @Test
    void tellsNobodyWhatTheConditionWouldGiveAway() {
        AppDefinition app = app(DAY_BEFORE, "finding like \"あざ\"");
        town.add("sato", app, """
                {'visit_on': {'value': '%s'}, 'finding': {'value': 'あざ'}, 'nursery': {'value': [{'code': 'momo'}]}}""".formatted(today().plusDays(2)));
        at(1, "09:01");
        town.reminders.run();

        assertThat(told("sato", app)).hasSize(1);
        assertThat(told("momo1", app)).isEmpty();
    }
}
