package org.mimamori.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.store.TestStores;

/**
 * Results of periodic reports are kept once for each time, and shown to nobody whom they would tell of what is hidden.
 */
class SnapshotWorkerTest {

    private static final Instant START = Instant.parse("2026-05-15T01:30:00Z");

    @RegisterExtension
    static final TestStores STORES = TestStores.embedded(Clock.fixed(START, ZoneOffset.UTC));

    private static final String REPORTS = """
            {"Daily": {"chartType": "TABLE", "groups": [{"code": "result"}], "aggregations": [{"type": "COUNT"}],
              "periodicReport": {"active": true, "period": {"every": "DAY", "time": "06:00"}}},
             "Hidden": {"chartType": "TABLE", "groups": [{"code": "grade"}], "aggregations": [{"type": "COUNT"}],
              "periodicReport": {"active": true, "period": {"every": "DAY", "time": "06:00"}}},
             "Paused": {"chartType": "TABLE", "groups": [{"code": "result"}], "aggregations": [{"type": "COUNT"}],
              "periodicReport": {"active": false, "period": {"every": "HOUR", "minute": "0"}}},
             "Never": {"chartType": "TABLE", "groups": [{"code": "result"}], "aggregations": [{"type": "COUNT"}]}}
            """;

    private final Ticking clock = new Ticking();
    private ReportOffice office;
    private AppDefinition visits;
    private SnapshotWorker worker;

    @BeforeEach
    void open() {
        clock.now = START;
        office = new ReportOffice(STORES.get(), clock);
        visits = office.install(ReportOffice.visits(REPORTS));
        worker = worker();
    }

    private SnapshotWorker worker() {
        return new SnapshotWorker(office.catalog, office.reports, STORES.get().snapshots(), clock, ReportOffice.TOKYO);
    }

    private void visit() {
        office.add(
                visits,
                "{\"result\": {\"value\": \"met\"}, \"grade\": {\"value\": \"A\"}, \"nursery\": {\"value\": [{\"code\": \"sakura\"}]}}");
    }

    private List<Snapshot> kept(String person, String report) {
        return office.reports.snapshots(
                office.person(person),
                visits.id(),
                office.report(visits, report).id());
    }

    @Test
    void keepsEachResultOnceWhenItIsDue() {
        visit();
        int before = kept("coordinator", "Daily").size();
        assertThat(worker.run())
                .as("six this morning was before the app was there")
                .isZero();

        // Six in the morning in Tokyo is nine in the evening in Greenwich.
        clock.now = Instant.parse("2026-05-15T21:00:00Z");
        assertThat(worker.run()).isEqualTo(2);
        assertThat(worker.run()).as("kept already").isZero();
        assertThat(worker().run()).as("by another process too").isZero();
        visit();

        Snapshot first = kept("coordinator", "Daily").getFirst();
        assertThat(kept("coordinator", "Daily")).hasSize(before + 1);
        assertThat(first.due()).isEqualTo(Instant.parse("2026-05-15T21:00:00Z"));
        BigDecimal then = count(first);

        clock.now = Instant.parse("2026-05-19T03:00:00Z");
        assertThat(worker.run())
                .as("of three mornings missed, the last is made up for")
                .isEqualTo(2);
        Snapshot late = kept("coordinator", "Daily").getFirst();
        assertThat(late.due()).isEqualTo(Instant.parse("2026-05-18T21:00:00Z"));
        assertThat(late.taken()).isEqualTo(clock.now);
        assertThat(count(late)).isEqualTo(then.add(BigDecimal.ONE));
        assertThat(kept("coordinator", "Daily").get(1))
                .as("what was kept stays as it was")
                .isEqualTo(first);
        assertThat(kept("coordinator", "Paused")).isEmpty();
        assertThat(kept("coordinator", "Never")).isEmpty();
    }

    private static BigDecimal count(Snapshot snapshot) {
        return ((Value.Decimal) snapshot.totals().getFirst()).number();
    }

    @Test
    void showsNoResultToWhoSeesOnlySomeOfTheRecords() {
        visit();
        clock.now = START.plus(Duration.ofDays(30));
        worker.run();

        assertThat(kept("coordinator", "Daily")).isNotEmpty();
        assertThat(kept("mori", "Daily"))
                .as("the nursery sees its own records only")
                .isEmpty();
    }

    @Test
    void keepsNoMoreThanThirty() {
        for (int day = 40; day < 75; day++) {
            clock.now = START.plus(Duration.ofDays(day));
            worker.run();
        }

        assertThat(kept("coordinator", "Daily")).hasSize(SnapshotWorker.MOST);
        assertThat(kept("coordinator", "Daily").getFirst().due()).isEqualTo(Instant.parse("2026-07-27T21:00:00Z"));
    }

    /** A clock that is set. */
    private static final class Ticking extends Clock {
        private Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
