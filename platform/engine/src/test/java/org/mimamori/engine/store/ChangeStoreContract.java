package org.mimamori.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mimamori.engine.store.RecordBuilder.code;
import static org.mimamori.engine.store.RecordBuilder.number;
import static org.mimamori.engine.store.RecordBuilder.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.change.Change;
import org.mimamori.engine.change.ChangeStore;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.EveryField;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Row;
import org.mimamori.engine.field.Value;

/** What every store of the change log does. */
abstract class ChangeStoreContract {

    private static final Instant AT = Instant.parse("2026-05-15T01:30:00.123Z");

    private AppDefinition app;

    protected abstract MongoStores stores();

    /** Time of the stores; to be moved. */
    protected abstract MovableClock clock();

    @BeforeEach
    void makeTheApp() {
        app = Attendance.app(stores().apps().nextId()).build();
    }

    private ChangeStore changes() {
        return stores().changes();
    }

    private Change change(long record, Change.What what) {
        return new Change(0, AT, EntityRef.user("nursery01"), "", app.id(), record, 3, what);
    }

    private static Change.What renamed(String before, String after) {
        return new Change.What.Updated(List.of(new Change.Diff(code("name"), text(before), text(after))));
    }

    private List<Change> ofRecord(long record) {
        return changes().ofRecord(app, record, 100, Long.MAX_VALUE);
    }

    private static Change numbered(Change change, long number) {
        return new Change(
                number,
                change.at(),
                change.actor(),
                change.reason(),
                change.app(),
                change.record(),
                change.revision(),
                change.what());
    }

    @Test
    void givesBackEveryKindOfEntryAsItWasKept() {
        List<Change.Diff> diffs = new ArrayList<>();
        AppDefinition every = AppBuilder.anApp(app.id(), "every")
                .withFields(EveryField.fields())
                .build();
        EveryField.fullValues().forEach((field, value) -> {
            diffs.add(new Change.Diff(field, null, value));
            diffs.add(new Change.Diff(field, value, Value.BLANK));
        });
        List<Change> kept = Stream.of(
                        new Change.What.Created(diffs),
                        new Change.What.Updated(diffs),
                        new Change.What.Deleted(diffs),
                        new Change.What.Commented(4, List.of(EntityRef.user("head01"), EntityRef.group("nurses"))),
                        new Change.What.CommentDeleted(4),
                        new Change.What.Deployed(9),
                        new Change.What.Imported(5, 200, 30, true),
                        new Change.What.ThreadCommented(1, 2, 3, List.of(EntityRef.user("head01"))),
                        new Change.What.Administered(
                                Change.Subject.USER,
                                "head01",
                                Change.Deed.UPDATED,
                                List.of(
                                        new Change.Detail("name", "前", "後"),
                                        new Change.Detail("phone", null, "03"),
                                        new Change.Detail("url", "x", null))))
                .map(what -> change(1, what))
                .toList();

        changes().append(every, kept);

        List<Change> found = changes().ofRecord(every, 1, 100, Long.MAX_VALUE).reversed();
        assertThat(found).hasSameSizeAs(kept);
        for (int i = 0; i < kept.size(); i++) {
            assertThat(found.get(i))
                    .isEqualTo(numbered(kept.get(i), found.get(i).number()));
        }
    }

    @Test
    void keepsTheReasonOfThePlatform() {
        changes()
                .append(
                        app,
                        List.of(new Change(
                                0, AT, EntityRef.user("Administrator"), "import", app.id(), 1, 1, renamed("a", "b"))));

        assertThat(ofRecord(1).getFirst().reason()).isEqualTo("import");
    }

    @Test
    void givesARecordsEntriesNewestFirstAndPageByPage() {
        changes().append(app, List.of(change(1, renamed("a", "b")), change(2, renamed("x", "y"))));
        changes().append(app, List.of(change(1, renamed("b", "c"))));

        List<Change> first = changes().ofRecord(app, 1, 1, Long.MAX_VALUE);
        List<Change> second = changes().ofRecord(app, 1, 10, first.getFirst().number());

        assertThat(first).extracting(Change::what).containsExactly(renamed("b", "c"));
        assertThat(second).extracting(Change::what).containsExactly(renamed("a", "b"));
        assertThat(changes().ofRecord(app, 1, 0, Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void speaksOfAFieldByTheCodeItHasToday() {
        Value rows = Value.rows(List.of(new Row(1, Map.of(code("place"), text("玄関"), code("spent"), number("5")))));
        changes()
                .append(
                        app,
                        List.of(change(
                                1,
                                new Change.What.Updated(List.of(
                                        new Change.Diff(code("name"), text("a"), text("b")),
                                        new Change.Diff(code("visits"), null, rows))))));
        AppDefinition renamed = withCodes(Map.of("name", "child_name", "place", "where"));

        List<Change> found = changes().ofRecord(renamed, 1, 10, Long.MAX_VALUE);

        Value renamedRows =
                Value.rows(List.of(new Row(1, Map.of(code("where"), text("玄関"), code("spent"), number("5")))));
        assertThat(found.getFirst().what())
                .isEqualTo(new Change.What.Updated(List.of(
                        new Change.Diff(code("child_name"), text("a"), text("b")),
                        new Change.Diff(code("visits"), null, renamedRows))));
    }

    /** The app with other codes for the same field ids. */
    private AppDefinition withCodes(Map<String, String> codes) {
        Map<FieldCode, String> ids = new HashMap<>();
        app.fieldIds().forEach((code, id) -> ids.put(code(codes.getOrDefault(code.text(), code.text())), id));
        return new AppDefinition(
                app.id(),
                app.code(),
                app.name(),
                app.description(),
                app.settings(),
                app.fields(),
                app.groups(),
                ids,
                app.labels(),
                app.layout(),
                app.views(),
                app.reports(),
                app.actions(),
                app.rights(),
                app.process(),
                app.notifications(),
                app.webhooks(),
                app.additions(),
                app.formulas(),
                app.revision(),
                app.stamp());
    }

    @Test
    void readsTheLogFromAnEntryOn() {
        long before = changes().last();
        changes().append(app, List.of(change(1, renamed("a", "b")), change(2, renamed("b", "c"))));

        assertThat(changes().last()).isEqualTo(before + 2);
        assertThat(changes().after(before, 10)).extracting(Change::record).containsExactly(1L, 2L);
        assertThat(changes().after(before, 1)).extracting(Change::record).containsExactly(1L);
        assertThat(changes().after(before + 2, 10)).isEmpty();
    }

    @Test
    void keepsNoEntryOfATransactionThatFails() {
        assertThatThrownBy(() -> stores().transactions().run(() -> {
                    changes().append(app, List.of(change(1, renamed("a", "b"))));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(ofRecord(1)).isEmpty();
    }

    @Test
    void numbersEntriesWithoutAGapHoweverManyWrite() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Callable<Boolean>> writes = IntStream.range(0, 30)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        changes().append(app, List.of(change(1, renamed("a", "b")), change(1, renamed("b", "a"))));
                        return true;
                    })
                    .toList();
            for (Future<Boolean> write : threads.invokeAll(writes)) {
                assertThat(write.get()).isTrue();
            }
        }

        List<Long> numbers = ofRecord(1).reversed().stream().map(Change::number).toList();
        assertThat(numbers).hasSize(60);
        assertThat(numbers.getLast() - numbers.getFirst()).isEqualTo(59);
    }

    /** A worker that has seen everything so far. */
    private String aWorker() {
        String worker = "worker-" + UUID.randomUUID();
        List<Change> claimed;
        do {
            claimed = changes().claim(worker, 500);
            changes().done(worker, claimed);
        } while (!claimed.isEmpty());
        return worker;
    }

    private List<Long> claim(String worker, int limit) {
        return changes().claim(worker, limit).stream().map(Change::record).toList();
    }

    @Test
    void givesEachEntryToAWorkerOnceOldestFirst() {
        String inbox = aWorker();
        changes().append(app, List.of(change(11, renamed("a", "b")), change(12, renamed("a", "b"))));
        changes().append(app, List.of(change(13, renamed("a", "b"))));

        assertThat(claim(inbox, 2)).containsExactly(11L, 12L);
        assertThat(claim(inbox, 2)).containsExactly(13L);
        assertThat(claim(inbox, 2)).isEmpty();
    }

    @Test
    void givesEntriesWholeButForWhatAddedRecordsHeld() {
        String inbox = aWorker();
        Change added = new Change(
                0,
                AT,
                EntityRef.user("nursery01"),
                "import",
                app.id(),
                11,
                1,
                new Change.What.Created(List.of(new Change.Diff(code("name"), null, text("青葉")))));
        changes().append(app, List.of(added, change(12, renamed("a", "b"))));

        List<Change> claimed = changes().claim(inbox, 10);

        assertThat(claimed.getFirst().what()).isEqualTo(new Change.What.Created(List.of()));
        assertThat(claimed.getFirst())
                .usingRecursiveComparison()
                .ignoringFields("number", "what")
                .isEqualTo(added);
        assertThat(claimed.getLast().what()).isEqualTo(renamed("a", "b"));
        assertThat(claimed.getLast().number()).isEqualTo(claimed.getFirst().number() + 1);
    }

    @Test
    void givesEveryWorkerAllEntries() {
        String inbox = aWorker();
        String webhooks = aWorker();
        changes().append(app, List.of(change(11, renamed("a", "b"))));

        assertThat(claim(inbox, 10)).containsExactly(11L);
        assertThat(claim(webhooks, 10)).containsExactly(11L);
    }

    @Test
    void givesAnEntryOutAgainWhenItWasNotDoneInTime() {
        String inbox = aWorker();
        changes().append(app, List.of(change(11, renamed("a", "b")), change(12, renamed("a", "b"))));
        List<Change> claimed = changes().claim(inbox, 10);
        changes().done(inbox, claimed.subList(0, 1));
        changes().append(app, List.of(change(13, renamed("a", "b"))));

        clock().move(WorkerClaims.LEASE.minusMillis(1));
        assertThat(claim(inbox, 1)).containsExactly(13L);

        clock().move(WorkerClaims.LEASE);
        assertThat(claim(inbox, 10)).containsExactly(12L, 13L);
    }

    @Test
    void givesNothingThatIsDone() {
        String inbox = aWorker();
        changes().append(app, List.of(change(11, renamed("a", "b"))));
        changes().done(inbox, changes().claim(inbox, 10));

        clock().move(WorkerClaims.LEASE.multipliedBy(2));

        assertThat(claim(inbox, 10)).isEmpty();
    }

    @Test
    void givesNoEntryTwiceHoweverManyAsk() throws Exception {
        String inbox = aWorker();
        changes()
                .append(
                        app,
                        IntStream.range(0, 60)
                                .mapToObj(i -> change(100 + i, renamed("a", "b")))
                                .toList());
        List<Long> taken = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Callable<List<Long>>> claims = IntStream.range(0, 12)
                    .<Callable<List<Long>>>mapToObj(i -> () -> claim(inbox, 5))
                    .toList();
            for (Future<List<Long>> claim : threads.invokeAll(claims)) {
                taken.addAll(claim.get());
            }
        }
        while (taken.size() < 60) {
            List<Long> rest = claim(inbox, 5);
            assertThat(rest).isNotEmpty();
            taken.addAll(rest);
        }

        assertThat(taken).doesNotHaveDuplicates().hasSize(60);
    }
}
