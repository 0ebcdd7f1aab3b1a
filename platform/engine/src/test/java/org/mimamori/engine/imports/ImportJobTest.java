package org.mimamori.engine.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mimamori.engine.imports.ReadingRoom.faults;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.change.Change;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.inbox.Inbox;
import org.mimamori.engine.inbox.Notice;
import org.mimamori.engine.job.Job;
import org.mimamori.engine.job.JobStore;
import org.mimamori.engine.job.Work;
import org.mimamori.engine.record.AppRecord;
import org.mimamori.engine.record.RecordIntake.Mode;
import org.mimamori.engine.store.MovableClock;
import org.mimamori.engine.store.TestStores;

/** Reading a file in goes on in the background: with progress, to be cancelled, taken up again after a restart. */
class ImportJobTest {

    private static final MovableClock CLOCK = new MovableClock();
    private static int apps;

    @RegisterExtension
    static final TestStores STORES = TestStores.embedded(CLOCK);

    private final ReadingRoom room = new ReadingRoom(STORES.get(), CLOCK);
    private final AppDefinition app = room.install("job" + apps++, """
            , "notifications": {
                "general": {"notifications": [
                  {"entity": {"type": "USER", "code": "abe"}, "recordAdded": true, "recordEdited": true,
                   "fileImported": true},
                  {"entity": {"type": "FIELD_ENTITY", "code": "staff"}, "fileImported": true},
                  {"entity": {"type": "USER", "code": "momo1"}, "recordAdded": true}]},
                "perRecord": {"notifications": [
                  {"filterCond": "level in (\\"要注意\\")", "title": "要注意", "targets": [
                    {"entity": {"type": "USER", "code": "abe"}}]}]}}
            """);

    /** What a process that dies leaves behind. */
    private static final class Died extends Error {
        private static final long serialVersionUID = 1L;
    }

    @AfterEach
    void endWhatIsLeft() {
        STORES.get().jobs().of(app.id(), 100).forEach(job -> STORES.get().jobs().cancel(job.id()));
    }

    private long start(int children) {
        return room.start("sato", app, Mode.ADD, "", ReadingRoom.children(children));
    }

    private Job job(long id) {
        return STORES.get().jobs().find(id).orElseThrow();
    }

    /** Does the next job in a process that dies at some point. */
    private void runAndDie() {
        JobStore jobs = STORES.get().jobs();
        JobStore.Claim claim = jobs.claim().orElseThrow();
        Work.Progress progress = new Work.Progress() {
            @Override
            public void start(long total) {
                jobs.start(claim, total);
            }

            @Override
            public void advance(long position, long records) {
                jobs.advance(claim, position, records);
                if (position == dies) {
                    throw new Died();
                }
            }
        };
        assertThatThrownBy(() -> room.work.run(claim.job(), progress)).isInstanceOf(Died.class);
    }

    /** Records written when the process dies, inside the transaction of their batch; -1 for elsewhere. */
    private long dies = -1;

    private void assertAllThereOnce(int children) {
        List<String> names = room.records(app).stream()
                .map(record -> ((Value.Text) record.value(new FieldCode("no"))).text())
                .toList();
        assertThat(names).hasSize(children).doesNotHaveDuplicates();
    }

    private List<Notice.Kind> told(String who) {
        return STORES.get().inbox().of(who, Inbox.Which.ALL, 0, 100).stream()
                .filter(notice -> notice.app().equals(app.id()))
                .map(Notice::kind)
                .toList();
    }

    @Test
    void countsWhatIsCheckedAndThenWhatIsWritten() {
        long id = start(250);

        room.work();

        Job job = job(id);
        assertThat(job.state()).isEqualTo(Job.State.DONE);
        assertThat(job.total()).isEqualTo(500);
        assertThat(job.done()).isEqualTo(500);
        assertThat(job.position()).isEqualTo(250);
        ImportRun run = room.status("sato", app, id).run();
        assertThat(run.records()).isEqualTo(250);
        assertThat(run.added()).isEqualTo(250);
        assertAllThereOnce(250);
    }

    @Test
    void goesOnAfterARestartBetweenTwoBatches() {
        long id = start(350);
        room.apps.beforeBatch(3, () -> {
            throw new Died();
        });
        runAndDie();
        assertThat(room.count(app)).isEqualTo(200);

        CLOCK.move(Duration.ofMinutes(3));
        room.work();

        assertThat(job(id).state()).isEqualTo(Job.State.DONE);
        assertThat(room.status("sato", app, id).run().added()).isEqualTo(350);
        assertAllThereOnce(350);
    }

    @Test
    void goesOnAfterARestartInTheMiddleOfABatch() {
        long id = start(350);
        dies = 200;
        runAndDie();
        assertThat(room.count(app)).isEqualTo(100);

        CLOCK.move(Duration.ofMinutes(3));
        room.work();

        assertThat(job(id).state()).isEqualTo(Job.State.DONE);
        assertThat(room.status("sato", app, id).run().added()).isEqualTo(350);
        assertAllThereOnce(350);
    }

    @Test
    void checksAnewAfterARestartInTheMiddleOfTheCheck() {
        long id = start(250);
        dies = 0;
        runAndDie();
        assertThat(job(id).done()).isEqualTo(100);

        CLOCK.move(Duration.ofMinutes(3));
        room.work();

        assertThat(job(id).done()).isEqualTo(500);
        assertAllThereOnce(250);
    }

    @Test
    void writesNothingMoreOnceItIsCancelled() {
        long id = start(350);
        room.apps.beforeBatch(2, () -> room.imports.cancel(room.person("sato"), app, id));

        room.work();

        assertThat(job(id).state()).isEqualTo(Job.State.CANCELLED);
        assertThat(room.count(app)).isEqualTo(100);
        assertThat(room.status("sato", app, id).run().added()).isEqualTo(100);
    }

    @Test
    void keepsNoFileOfACancelledImport() {
        long id = start(3);
        String file = room.status("sato", app, id).run().fileKey();
        STORES.get().jobs().cancel(id);
        assertThat(STORES.get().files().find(file)).isPresent();

        room.retention.run();

        assertThat(STORES.get().files().find(file)).isEmpty();
        assertThat(room.status("sato", app, id).run().holdsFile()).isFalse();
    }

    @Test
    void keepsTheFileOfAnImportThatWaits() {
        long id = start(3);

        room.retention.run();
        room.work();

        assertThat(job(id).state()).isEqualTo(Job.State.DONE);
    }

    @Test
    void stopsAtABatchThatHasGoneWrongSinceTheCheck() {
        long id = start(250);
        room.apps.beforeBatch(
                2, () -> room.town.add("sato", app, "{'no': {'value': 'N00150'}, 'name': {'value': 'x'}}"));

        room.work();

        ImportRun run = room.status("sato", app, id).run();
        assertThat(job(id).state()).isEqualTo(Job.State.FAILED);
        assertThat(faults(run)).containsExactly("151:0 no unique");
        assertThat(run.added()).isEqualTo(100);
        assertThat(room.count(app)).isEqualTo(101);
    }

    @Test
    void tellsOfTheFileAndOfNoRecord() {
        long id = room.start("sato", app, Mode.UPSERT, "no", "no,name,level,nursery\nA1,花,要注意,momo\nA2,桃,,momo\n");
        room.work();
        room.read("sato", app, Mode.UPDATE, "no", "no,name\nA1,花子\n");
        room.town.work();

        assertThat(told("abe")).containsExactly(Notice.Kind.IMPORTED, Notice.Kind.IMPORTED);
        assertThat(told("sato")).containsExactly(Notice.Kind.IMPORTED, Notice.Kind.IMPORTED);
        assertThat(told("momo1")).isEmpty();
        assertThat(room.town.told("abe")).contains("IMPORTED 0");
        List<Change> entries = STORES.get().changes().after(0, 100_000).stream()
                .filter(change -> change.app().equals(app.id()))
                .toList();
        assertThat(entries.stream().filter(change -> change.record() > 0))
                .hasSize(3)
                .allMatch(change -> change.reason().equals("import"))
                .allMatch(change -> change.actor().code().equals("sato"));
        assertThat(entries.stream().map(Change::what)).contains(new Change.What.Imported(id, 2, 0, true));
    }

    @Test
    void tellsOnlyWhoReadsAFileInThatItFailed() {
        room.add("sato", app, "no,name\nA1,\n");
        String check = room.upload("sato", "no,name\nA1,\n");
        room.imports.start(
                room.person("sato"), app, check, ReadingRoom.checkOnly(room.plan("sato", app, check, Mode.ADD, "")));
        room.work();
        room.town.work();

        assertThat(told("sato")).containsExactly(Notice.Kind.IMPORT_FAILED);
        assertThat(told("abe")).isEmpty();
    }

    @Test
    void followsWithFiguresAndKeepsEveryValueInTheHistory() {
        room.add("sato", app, "no,name,days\nA1,花,4\n");

        AppRecord record = room.records(app).getFirst();
        List<Change> history =
                room.town.records.history().of(room.person("sato"), app.id(), record.id(), 10, Long.MAX_VALUE);
        assertThat(history).hasSize(1);
        assertThat(((Change.What.Created) history.getFirst().what())
                        .diffs().stream().map(diff -> diff.field().text()))
                .contains("no", "name", "days", "twice");
    }
}
