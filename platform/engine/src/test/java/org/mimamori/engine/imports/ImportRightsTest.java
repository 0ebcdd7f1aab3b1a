package org.mimamori.engine.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mimamori.engine.imports.ReadingRoom.faults;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.TokenRight;
import org.mimamori.engine.directory.User;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.job.Job;
import org.mimamori.engine.notify.Town;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.record.RecordIntake.Mode;
import org.mimamori.engine.store.MovableClock;
import org.mimamori.engine.store.TestStores;

/** A file does nothing that the person who reads it in could not do by hand. */
class ImportRightsTest {

    private static final MovableClock CLOCK = new MovableClock();
    private static int apps;

    @RegisterExtension
    static final TestStores STORES = TestStores.embedded(CLOCK);

    private final ReadingRoom room = new ReadingRoom(STORES.get(), CLOCK);
    private final AppDefinition app = room.install("rights" + apps++, "");

    private static void assertForbidden(ThrowingCallable call) {
        assertThatThrownBy(call)
                .extracting(e -> ((PlatformException) e).problem())
                .isInstanceOf(Problem.Forbidden.class);
    }

    @Test
    void isForThoseWithTheRight() {
        String key = room.upload("abe", "name\n花\n");
        ImportPlan plan = new ImportPlan(
                new FileFormat(FileFormat.Encoding.UTF_8, FileFormat.Separator.COMMA),
                Mode.ADD,
                "",
                List.of("name"),
                false,
                false);

        assertForbidden(() -> room.imports.preview(room.person("abe"), app, key, null, null));
        assertForbidden(() -> room.imports.start(room.person("abe"), app, key, plan));
        Actor program =
                new Actor.Program(Map.of(app.id().value(), Set.of(TokenRight.values())), Locale.JAPANESE, Town.TOKYO);
        assertForbidden(() -> room.imports.start(program, app, key, plan));
    }

    @Test
    void takesNobodyElsesUpload() {
        String key = room.upload("momo2", "name\n花\n");

        assertThatThrownBy(() -> room.preview("sato", app, key))
                .extracting(e -> ((PlatformException) e).problem())
                .isInstanceOf(Problem.FileNotFound.class);
    }

    @Test
    void showsAnImportToNobodyElse() {
        ImportRun run = room.add("momo2", app, "name\n花\n");

        assertThatThrownBy(() -> room.status("sato", app, run.job()))
                .extracting(e -> ((PlatformException) e).problem())
                .isInstanceOf(Problem.JobNotFound.class);
    }

    @Test
    void offersAndTakesNoFieldThatThePersonMayNotWrite() {
        String key = room.upload("momo2", "name,finding,所見\n花,x,y\n");
        Imports.Preview preview = room.preview("momo2", app, key);

        assertThat(preview.columns()).containsExactly("name", "", "");
        assertThat(preview.targets().stream()
                        .map(target -> target.field().code().text()))
                .doesNotContain("finding");
        ImportPlan plan = new ImportPlan(preview.format(), Mode.ADD, "", List.of("name", "finding", ""), false, false);
        ImportPlan unknown =
                new ImportPlan(preview.format(), Mode.ADD, "", List.of("name", "nothing", ""), false, false);
        assertThat(refusal(key, plan)).isEqualTo(refusal(key, unknown));
    }

    private String refusal(String key, ImportPlan plan) {
        try {
            room.imports.start(room.person("momo2"), app, key, plan);
        } catch (PlatformException refused) {
            return ((Problem.BadParameter) refused.problem()).key();
        }
        throw new AssertionError("taken");
    }

    @Test
    void changesNoRecordThatThePersonMayNotSeeOrChange() {
        room.add("sato", app, "no,name,nursery,staff\nA1,花,sakura,\nA2,桃,sakura,momo2\nA3,葵,momo,\n");

        ImportRun run = room.read("momo2", app, Mode.UPDATE, "no", "no,name\nA1,x\nA2,x\nA3,x\nA4,x\n");

        assertThat(faults(run))
                .containsExactly(
                        "2:0 no import.noSuchRecord", "3:0 no import.notEditable", "5:0 no import.noSuchRecord");
        assertThat(room.records(app).stream().map(record -> record.value(new FieldCode("name"))))
                .containsExactly(Value.text("花"), Value.text("桃"), Value.text("葵"));
    }

    @Test
    void asksAgainWhenTheWorkBegins() {
        long job = room.start("momo2", app, Mode.ADD, "", "name\n花\n");
        room.town.installJson(withoutImport(app.code()));

        room.work();

        assertThat(faults(STORES.get().imports().find(job).orElseThrow())).containsExactly("0:-1  import.notAllowed");
        assertThat(room.count(app)).isZero();
    }

    @Test
    void asksAgainForEveryBatch() {
        long job = room.start("momo2", app, Mode.ADD, "", ReadingRoom.children(300));
        room.apps.beforeBatch(2, () -> room.town.installJson(withoutImport(app.code())));

        room.work();

        ImportRun run = STORES.get().imports().find(job).orElseThrow();
        assertThat(room.state(run)).isEqualTo(Job.State.FAILED);
        assertThat(faults(run)).containsExactly("102:-1  import.notAllowed");
        assertThat(run.added()).isEqualTo(100);
        assertThat(room.count(app)).isEqualTo(100);
    }

    @Test
    void doesNothingForSomebodyWhoHasLeft() {
        long job = room.start("momo2", app, Mode.ADD, "", "name\n花\n");
        User gone = room.person("momo2").user();
        STORES.get()
                .directory()
                .saveUsers(List.of(new User(
                        gone.code(),
                        gone.name(),
                        "",
                        "",
                        Locale.JAPANESE,
                        Town.TOKYO,
                        false,
                        gone.organizations(),
                        gone.groups(),
                        false)));

        room.work();

        assertThat(faults(STORES.get().imports().find(job).orElseThrow())).containsExactly("0:-1  import.notAllowed");
    }

    private static String withoutImport(String code) {
        return """
                {"code": "%s", "name": "見守り", "fields": {
                  "no": {"type": "SINGLE_LINE_TEXT", "code": "no", "label": "児童番号", "unique": true},
                  "name": {"type": "SINGLE_LINE_TEXT", "code": "name", "label": "氏名"}},
                 "permissions": {"app": {"rights": [
                  {"entity": {"type": "USER", "code": "sato"}, "appEditable": true},
                  {"entity": {"type": "GROUP", "code": "everyone"}, "recordViewable": true, "recordAddable": true}]}}}
                """.formatted(code);
    }
}
