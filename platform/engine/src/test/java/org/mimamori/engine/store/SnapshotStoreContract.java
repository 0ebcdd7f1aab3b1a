package org.mimamori.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimamori.engine.store.RecordBuilder.choice;
import static org.mimamori.engine.store.RecordBuilder.code;
import static org.mimamori.engine.store.RecordBuilder.date;
import static org.mimamori.engine.store.RecordBuilder.moment;
import static org.mimamori.engine.store.RecordBuilder.number;
import static org.mimamori.engine.store.RecordBuilder.time;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.app.Report.Aggregation;
import org.mimamori.engine.app.Report.Function;
import org.mimamori.engine.app.Report.Group;
import org.mimamori.engine.app.Report.Unit;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.report.ReportResult;
import org.mimamori.engine.report.Snapshot;
import org.mimamori.engine.report.SnapshotStore;

/** Kept results come back as they were, one for each time, the newest of them. */
abstract class SnapshotStoreContract {

    private static final Instant DUE = Instant.parse("2026-05-01T00:00:00Z");
    private static final AppId APP = new AppId(901);

    protected abstract MongoStores stores();

    private SnapshotStore snapshots() {
        return stores().snapshots();
    }

    @Test
    void givesBackWhatItWasGiven() {
        Snapshot snapshot = new Snapshot(
                APP,
                1,
                DUE,
                DUE.plusSeconds(5),
                List.of(new Group(code("day"), Unit.MONTH), new Group(code("status"), null)),
                List.of(new Aggregation(Function.COUNT, null), new Aggregation(Function.MAX, code("height"))),
                "status in (\"欠席\")",
                List.of(
                        new ReportResult.Row(
                                List.of(date("2026-04-01"), choice("欠席")), List.of(number("3"), Value.BLANK)),
                        new ReportResult.Row(
                                List.of(moment("2026-04-01T01:02:00Z"), new Value.Entity(EntityRef.user("mori"))),
                                List.of(number("0.125"), time("09:30")))),
                List.of(number("4"), Value.text("a")),
                7,
                2);

        snapshots().add(snapshot, 30);

        assertThat(snapshots().of(APP, 1)).containsExactly(snapshot);
        assertThat(snapshots().has(APP, 1, DUE)).isTrue();
        assertThat(snapshots().has(APP, 1, DUE.plusMillis(1))).isFalse();
        assertThat(snapshots().of(APP, 11)).isEmpty();
        assertThat(snapshots().of(new AppId(9011), 1)).isEmpty();
    }

    @Test
    void keepsTheFirstOfTwoForTheSameTime() {
        snapshots().add(counted(2, DUE, "1"), 30);
        snapshots().add(counted(2, DUE, "2"), 30);

        assertThat(snapshots().of(APP, 2)).containsExactly(counted(2, DUE, "1"));
    }

    @Test
    void letsTheOldestGo() {
        for (int hour = 0; hour < 5; hour++) {
            snapshots().add(counted(3, DUE.plus(Duration.ofHours(hour)), "1"), 3);
        }

        assertThat(snapshots().of(APP, 3))
                .extracting(Snapshot::due)
                .containsExactly(
                        DUE.plus(Duration.ofHours(4)), DUE.plus(Duration.ofHours(3)), DUE.plus(Duration.ofHours(2)));
    }

    private static Snapshot counted(long report, Instant due, String count) {
        return new Snapshot(
                APP,
                report,
                due,
                due,
                List.of(new Group(code("status"), null)),
                List.of(new Aggregation(Function.COUNT, null)),
                "",
                List.of(),
                List.of(number(count)),
                0,
                0);
    }
}
