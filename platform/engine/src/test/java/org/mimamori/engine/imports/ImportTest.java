package org.mimamori.engine.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mimamori.engine.imports.ReadingRoom.faults;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Row;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.job.Job;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.record.AppRecord;
import org.mimamori.engine.record.RecordIntake.Mode;
import org.mimamori.engine.store.MovableClock;
import org.mimamori.engine.store.TestStores;

/** Files become records. */
class ImportTest {

    private static final MovableClock CLOCK = new MovableClock();
    private static int apps;

    @RegisterExtension
    static final TestStores STORES = TestStores.embedded(CLOCK);

    private final ReadingRoom room = new ReadingRoom(STORES.get(), CLOCK);
    private final AppDefinition app = room.install("read" + apps++, "");

    private static Value value(AppRecord record, String code) {
        return record.value(new FieldCode(code));
    }

    private AppRecord only() {
        List<AppRecord> records = room.records(app);
        assertThat(records).hasSize(1);
        return records.getFirst();
    }

    static Stream<Arguments> encodings() {
        String text = "児童番号,氏名\nA1,髙橋 花①\n";
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        byte[] marked = ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                Arguments.of("UTF_8", utf8),
                Arguments.of("UTF_8", marked),
                Arguments.of("SHIFT_JIS", text.getBytes(ReadingRoom.WINDOWS)),
                Arguments.of("UTF_16", ("\uFEFF" + text.replace(',', '\t')).getBytes(StandardCharsets.UTF_16LE)));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void findsOutHowAFileIsWritten(String encoding, byte[] content) {
        String key = room.upload("sato", content);
        ImportPlan plan = room.plan("sato", app, key, Mode.ADD, "");
        assertThat(plan.format().encoding().name()).isEqualTo(encoding);
        assertThat(plan.columns()).containsExactly("no", "name");

        room.imports.start(room.person("sato"), app, key, plan);
        room.work();

        assertThat(value(only(), "name")).isEqualTo(Value.text("髙橋 花①"));
        assertThat(value(only(), "no")).isEqualTo(Value.text("A1"));
    }

    @Test
    void showsTheFirstRowsAndWhatColumnsMayMean() {
        Imports.Preview preview = room.preview("sato", app, room.upload("sato", """
                ＊,氏名,未知,欠席日数,兆候[けが],二倍
                *,花,x,3,1,6
                """.replace("＊", "レコードの開始行")));

        assertThat(preview.header()).hasSize(6);
        assertThat(preview.columns()).containsExactly("*", "name", "", "days", "signs[けが]", "");
        assertThat(preview.samples()).containsExactly(List.of("*", "花", "x", "3", "1", "6"));
        assertThat(preview.targets().stream()
                        .map(target -> target.field().code().text()))
                .contains("name", "talk_on", "finding")
                .doesNotContain("photo", "twice", "number", "talks");
        assertThat(preview.keys().stream().map(field -> field.code().text())).containsExactly("number", "no");
    }

    @Test
    void readsEveryKindOfValueAsPeopleWriteIt() {
        ImportRun run = room.add("sato", app, """
                no,name,memo,level,signs,days,visit_on,call_at,nursery,staff
                A1,花,"一行目
                二行目",要注意,"けが
                欠席","１，234",令和8年4月1日,2026/4/1 9:30,momo,"sato
                abe"
                """.replace("１，234", "１２３"));

        assertThat(faults(run)).isEmpty();
        assertThat(run.added()).isEqualTo(1);
        AppRecord record = only();
        assertThat(value(record, "memo")).isEqualTo(Value.text("一行目\n二行目"));
        assertThat(value(record, "level")).isEqualTo(new Value.Choice("要注意"));
        assertThat(value(record, "signs")).isEqualTo(new Value.Choices(List.of("欠席", "けが")));
        assertThat(value(record, "days")).isEqualTo(new Value.Decimal(new BigDecimal("123")));
        assertThat(value(record, "twice")).isEqualTo(new Value.Decimal(new BigDecimal("246")));
        assertThat(value(record, "visit_on")).isEqualTo(new Value.Date(LocalDate.of(2026, 4, 1)));
        assertThat(value(record, "call_at")).isEqualTo(new Value.Moment(Instant.parse("2026-04-01T00:30:00Z")));
        assertThat(value(record, "nursery")).isEqualTo(new Value.Entities(List.of(EntityRef.organization("momo"))));
        assertThat(value(record, "staff"))
                .isEqualTo(new Value.Entities(List.of(EntityRef.user("sato"), EntityRef.user("abe"))));
        assertThat(record.creator()).isEqualTo(EntityRef.user("sato"));
    }

    @Test
    void ticksOptionsByColumnsOfTheirOwn() {
        room.add("sato", app, "氏名,兆候[欠席],兆候[けが]\n花,0,1\n");

        assertThat(value(only(), "signs")).isEqualTo(new Value.Choices(List.of("けが")));
    }

    @Test
    void gathersTheRowsOfATable() {
        ImportRun run = room.add("sato", app, """
                *,氏名,相談日,内容
                *,花,2026/4/1,一回目
                ,,2026/4/2,二回目
                *,桃,,
                """);

        assertThat(run.added()).isEqualTo(2);
        List<AppRecord> records = room.records(app);
        assertThat(((Value.Rows) value(records.getFirst(), "talks"))
                        .rows().stream().map(row -> row.value(new FieldCode("talk"))))
                .containsExactly(Value.text("一回目"), Value.text("二回目"));
        assertThat(value(records.get(1), "talks")).isEqualTo(Value.BLANK);
    }

    @Test
    void changesTheRowsThatAreNumberedAndReplacesTheOthers() {
        room.add(
                "sato",
                app,
                "*,no,相談日,内容\n*,A1,2026/4/1,一\n,,2026/4/2,二\n"
                        .replace("no", "no,氏名")
                        .replace("A1", "A1,花")
                        .replace("\n,,", "\n,,,"));
        List<Row> before = ((Value.Rows) value(only(), "talks")).rows();

        room.read(
                "sato",
                app,
                Mode.UPDATE,
                "no",
                "*,no,talks,内容\n*,A1,%d,一改\n,,,新\n".formatted(before.getFirst().id()));

        List<Row> after = ((Value.Rows) value(only(), "talks")).rows();
        assertThat(after).hasSize(2);
        assertThat(after.getFirst().id()).isEqualTo(before.getFirst().id());
        assertThat(after.getFirst().value(new FieldCode("talk"))).isEqualTo(Value.text("一改"));
        assertThat(after.getFirst().value(new FieldCode("talk_on")))
                .isEqualTo(new Value.Date(LocalDate.of(2026, 4, 1)));
        assertThat(after.get(1).id()).isNotEqualTo(before.get(1).id());
        assertThat(after.get(1).value(new FieldCode("talk"))).isEqualTo(Value.text("新"));
    }

    @Test
    void changesRecordsByAFieldWithoutDuplicatesAndAddsTheOthers() {
        room.add("sato", app, "no,氏名,days\nA1,花,1\nA2,桃,2\n");

        ImportRun run = room.read("sato", app, Mode.UPSERT, "no", "no,氏名,days\nA2,桃子,\nA3,葵,3\n");

        assertThat(run.toAdd()).isEqualTo(1);
        assertThat(run.toUpdate()).isEqualTo(1);
        assertThat(run.added()).isEqualTo(1);
        assertThat(run.updated()).isEqualTo(1);
        List<AppRecord> records = room.records(app);
        assertThat(records).hasSize(3);
        assertThat(value(records.get(1), "name")).isEqualTo(Value.text("桃子"));
        assertThat(value(records.get(1), "days")).isEqualTo(Value.BLANK);
        assertThat(records.get(1).revision()).isEqualTo(2);
        assertThat(value(records.get(2), "no")).isEqualTo(Value.text("A3"));
    }

    @Test
    void takesAnEmptyKeyForANewRecordWhereNewOnesAreWelcome() {
        room.add("sato", app, "no,氏名\nA1,花\n");

        ImportRun run = room.read("sato", app, Mode.UPSERT, "number", "number,no,氏名\n1,A1,花子\n,A2,桃\n");

        assertThat(faults(run)).isEmpty();
        assertThat(run.toAdd()).isEqualTo(1);
        assertThat(room.records(app).stream().map(record -> value(record, "name")))
                .containsExactly(Value.text("花子"), Value.text("桃"));
    }

    @Test
    void bringsRecordsOverWithTheirHistoryForWhoManagesTheApp() {
        String content = "氏名,作成者,作成日時\n花,abe,2025/4/1 9:00\n";
        assertThat(room.preview("sato", app, room.upload("sato", content)).columns())
                .containsExactly("name", "作成者", "作成日時");
        assertThat(room.preview("momo2", app, room.upload("momo2", content)).columns())
                .containsExactly("name", "", "");

        room.add("sato", app, content);

        assertThat(only().creator()).isEqualTo(EntityRef.user("abe"));
        assertThat(only().createdAt()).isEqualTo(Instant.parse("2025-04-01T00:00:00Z"));
    }

    @Test
    void leavesFieldsOfEmptyCellsAsTheyAreIfAskedTo() {
        room.add("sato", app, "no,氏名,days,level\nA1,花,1,要注意\n");
        String key = room.upload("sato", "no,氏名,days,level\nA1,花子,,\nA2,桃,,\n");
        ImportPlan plan = ReadingRoom.keepingEmpty(room.plan("sato", app, key, Mode.UPSERT, "no"));

        room.imports.start(room.person("sato"), app, key, plan);
        room.work();

        List<AppRecord> records = room.records(app);
        assertThat(value(records.getFirst(), "name")).isEqualTo(Value.text("花子"));
        assertThat(value(records.getFirst(), "days")).isEqualTo(new Value.Decimal(BigDecimal.ONE));
        assertThat(value(records.getFirst(), "level")).isEqualTo(new Value.Choice("要注意"));
        assertThat(value(records.get(1), "level")).isEqualTo(new Value.Choice("平常"));
    }

    @Test
    void changesRecordsByTheirNumber() {
        room.add("sato", app, "no,氏名\nA1,花\nA2,桃\n");

        ImportRun run =
                room.read("sato", app, Mode.UPDATE, "number", "レコード番号,氏名\n%s-2,桃子\n1,花子\n".formatted(app.code()));

        assertThat(faults(run)).isEmpty();
        assertThat(room.records(app).stream().map(record -> value(record, "name")))
                .containsExactly(Value.text("花子"), Value.text("桃子"));
    }

    @Test
    void takesNoKeyForAnotherRecords() {
        room.add("sato", app, "no,氏名\nA1,花\n");

        assertThat(faults(room.read("sato", app, Mode.UPDATE, "no", "no,氏名\nA9,x\n,y\n")))
                .containsExactly("2:0 no import.noSuchRecord", "3:0 no import.keyMissing");
        assertThat(faults(room.read("sato", app, Mode.UPSERT, "number", "number,氏名\n77,x\nabc,y\n")))
                .containsExactly("2:0 $id import.noSuchRecord", "3:0 number number.notNumeric");
        assertThat(room.count(app)).isEqualTo(1);
    }

    @Test
    void tellsAllThatIsWrongAndWritesNothing() {
        ImportRun run = room.add("sato", app, """
                *,no,name,level,days,visit_on,staff,talk_on
                *,A1,花,平常,3,2026/4/1,sato,2026/4/1
                *,A12345678901,,深刻,千,2026/2/30,nobody,
                ,,,,,,,いつか
                *,A3,桃,平常,999,,,
                """);

        assertThat(faults(run))
                .containsExactlyInAnyOrder(
                        "3:4 days number.notNumeric",
                        "3:5 visit_on date.notADate",
                        "3:6 staff import.unknownEntity",
                        "4:7 talk_on date.notADate",
                        "3:1 no text.tooLong",
                        "3:2 name required",
                        "3:3 level option.unknown",
                        "5:4 days number.tooLarge");
        assertThat(run.more()).isFalse();
        assertThat(room.state(run)).isEqualTo(Job.State.FAILED);
        assertThat(room.count(app)).isZero();
        assertThat(run.added()).isZero();
    }

    @Test
    void findsTheSameValueTwiceInAFileHoweverFarApart() {
        String file = ReadingRoom.children(250) + "N00003,もう一人\n";

        ImportRun run = room.add("sato", app, file);

        assertThat(faults(run)).containsExactly("252:0 no import.sameAsRow");
        assertThat(run.faults().getFirst().problem().args()).containsExactly(4L);
        assertThat(room.count(app)).isZero();
    }

    @Test
    void findsTheSameRecordTwiceInAFile() {
        room.add("sato", app, "no,氏名\nA1,花\n");

        ImportRun run = room.read("sato", app, Mode.UPDATE, "number", "number,氏名\n1,花子\n1,花代\n");

        assertThat(faults(run)).containsExactly("3:0 $id import.sameAsRow");
    }

    @Test
    void stopsCheckingWhenThereIsMoreThanEnoughToMend() {
        StringBuilder file = new StringBuilder("name,days\n");
        for (int i = 0; i < 2000; i++) {
            file.append("x,千\n");
        }

        ImportRun run = room.add("sato", app, file.toString());

        assertThat(run.faults()).hasSize(ImportCheck.MOST_FAULTS);
        assertThat(run.more()).isTrue();
    }

    @Test
    void checksWithoutWritingAndLeavesTheUpload() {
        String key = room.upload("sato", "no,氏名\nA1,花\n");
        ImportPlan plan = room.plan("sato", app, key, Mode.ADD, "");

        long check = room.imports.start(room.person("sato"), app, key, ReadingRoom.checkOnly(plan));
        room.work();

        ImportRun run = room.status("sato", app, check).run();
        assertThat(run.toAdd()).isEqualTo(1);
        assertThat(run.faults()).isEmpty();
        assertThat(room.state(run)).isEqualTo(Job.State.DONE);
        assertThat(room.count(app)).isZero();

        room.imports.start(room.person("sato"), app, key, plan);
        room.work();
        assertThat(room.count(app)).isEqualTo(1);
    }

    @Test
    void readsEachFileOnceAndKeepsItNoLonger() {
        String key = room.upload("sato", "no,氏名\nA1,花\n");
        ImportPlan plan = room.plan("sato", app, key, Mode.ADD, "");
        long job = room.imports.start(room.person("sato"), app, key, plan);
        String own = room.status("sato", app, job).run().fileKey();
        assertThat(STORES.get().files().find(own)).isPresent();
        assertThatThrownBy(() -> room.town.records.attachments().open(room.person("sato"), own))
                .isInstanceOf(PlatformException.class);

        room.work();

        assertThat(STORES.get().files().find(own)).isEmpty();
        assertThatThrownBy(() -> room.imports.start(room.person("sato"), app, key, plan))
                .extracting(e -> ((PlatformException) e).problem())
                .isInstanceOf(Problem.FileNotFound.class);
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("name\n\"花\n", "import.badQuotes", 2L),
                Arguments.of("name\n", "import.noRecords", 0L),
                Arguments.of("name\n\n,\n", "import.noRecords", 0L));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void saysWhereAFileIsBroken(String content, String key, long row) {
        String upload = room.upload("sato", content);
        ImportPlan plan = new ImportPlan(
                new FileFormat(FileFormat.Encoding.UTF_8, FileFormat.Separator.COMMA),
                Mode.ADD,
                "",
                List.of("name"),
                false,
                false);
        long job = room.imports.start(room.person("sato"), app, upload, plan);
        room.work();

        ImportFault fault = room.status("sato", app, job).run().faults().getFirst();
        assertThat(fault.problem().key()).isEqualTo(key);
        assertThat(fault.row()).isEqualTo(row);
    }

    @Test
    void saysThatTheEncodingIsAnother() {
        String upload = room.upload("sato", "name\n花\n".getBytes(ReadingRoom.WINDOWS));
        ImportPlan plan = new ImportPlan(
                new FileFormat(FileFormat.Encoding.UTF_8, FileFormat.Separator.COMMA),
                Mode.ADD,
                "",
                List.of("name"),
                false,
                false);
        long job = room.imports.start(room.person("sato"), app, upload, plan);
        room.work();

        assertThat(faults(room.status("sato", app, job).run())).containsExactly("1:-1  import.badEncoding");
    }

    @Test
    void refusesPlansThatMakeNoSense() {
        String key = room.upload("sato", "no,name\nA1,花\n");
        ImportPlan plan = room.plan("sato", app, key, Mode.ADD, "");
        assertBad(key, ReadingRoom.with(plan, List.of("no", "no")), "import.columnTwice");
        assertBad(key, ReadingRoom.with(plan, List.of("no", "photo")), "import.columnUnknown");
        assertBad(key, ReadingRoom.with(plan, List.of("no", "twice")), "import.columnUnknown");
        assertBad(key, ReadingRoom.with(plan, List.of("", "*")), "import.noColumns");
        assertBad(key, new ImportPlan(plan.format(), Mode.UPDATE, "name", plan.columns(), false, false), "notUnique");
        assertBad(
                key,
                new ImportPlan(plan.format(), Mode.UPDATE, "number", plan.columns(), false, false),
                "import.keyColumnMissing");
    }

    private void assertBad(String key, ImportPlan plan, String problem) {
        assertThatThrownBy(() -> room.imports.start(room.person("sato"), app, key, plan))
                .extracting(e -> ((Problem.BadParameter) ((PlatformException) e).problem()).key())
                .isEqualTo(problem);
    }
}
